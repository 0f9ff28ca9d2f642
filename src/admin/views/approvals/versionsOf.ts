import type { ResolvedView } from '@/core/approval/view';
import { baseVariant, type Channel } from '@/core/model';
import type { Picture } from '@/server/screens/pictures';
import type { PreviewVersion } from '../../parts/MomentsPreview';
import { pictures } from '../../post/versions';

/** The versions of a view with pictures that a browser can load; the one for everybody else first. */
export function previewsOf(view: ResolvedView, files: Readonly<Record<string, Picture>>): PreviewVersion[] {
  const ofFile = (sha: string) => files[sha] ?? [];
  const order = (key: string) => (key === baseVariant ? 0 : 1);
  return [...view.versions]
    .sort((a, b) => order(a.key) - order(b.key))
    .map((version) => ({
      ...version,
      images: pictures(version.images.flatMap(ofFile)),
      video: version.video ? { title: '', poster: null } : null,
    }));
}

/** The feeds of a view, as a preview wants them. */
export const placesOf = ({ feeds }: Pick<ResolvedView, 'feeds'>): { name: string; channel: Channel }[] =>
  feeds.map(({ name, channel }) => ({ name, channel: channel as Channel }));
