import type { PostContent, References } from '@/core/approval/content';
import { fillPlaceholders, valuesOf } from '@/core/approval/placeholders';
import { resolveView } from '@/core/approval/view';
import { cardsOf } from '@/core/audience';
import { baseVariant, type Locale } from '@/core/model';
import { explain } from '@/core/words/plan';
import type { MomentsPicture } from '@/ui/MomentsCard';
import type { PreviewVersion } from '../parts/MomentsPreview';
import type { Shown } from './useReferences';

export interface Draft {
  content: PostContent;
  refs: Omit<References, 'media'> & { media: ReadonlyMap<string, Shown> };
}

/** A single picture is drawn large, so it is loaded large. */
export const pictures = (
  shown: readonly (Omit<MomentsPicture, 'src'> & { src: string; thumb: string | null })[],
) =>
  shown.map(({ src, thumb, alt, width, height }) => ({
    src: shown.length > 1 && thumb ? thumb : src,
    alt,
    width: width ?? null,
    height: height ?? null,
  }));

const own = (list: readonly string[], base: readonly string[]) => (list.length > 0 ? list : base);

/** The versions as an approval would see them; while the audience is not in order, the texts as written. */
export function versionsOfDraft({ content, refs }: Draft): PreviewVersion[] {
  const bySha = new Map([...refs.media.values()].map((media) => [media.sha256, media]));
  const video = content.video ? refs.media.get(content.video) : undefined;
  const film = video ? { title: video.name, poster: null } : null;
  const resolved = resolveView(content, refs, { approvalCovers: 'day' }).versions;
  if (resolved.length > 0) {
    const base = (key: string) => (key === baseVariant ? 0 : 1);
    return [...resolved]
      .sort((a, b) => base(a.key) - base(b.key))
      .map(({ images, video: _, ...version }) => ({
        ...version,
        images: pictures(images.flatMap((sha) => bySha.get(sha) ?? [])),
        video: film,
      }));
  }
  const values = valuesOf(content, refs);
  return [{ ...content, key: baseVariant }, ...content.variants].map(
    ({ key, body, images, firstComments }) => ({
      key,
      audience: null,
      text: fillPlaceholders(body || content.body, values),
      firstComments: own(firstComments, content.firstComments).map((one) => fillPlaceholders(one, values)),
      images: pictures(own(images, content.images).flatMap((id) => refs.media.get(id) ?? [])),
      video: film,
      link: content.link ? { url: content.link, title: fillPlaceholders(content.linkTitle, values) } : null,
    }),
  );
}

/** Why the audience cannot be turned into cards, as one sentence; empty when it can. */
export function audienceProblem({ content, refs }: Draft, locale: Locale): string {
  const cards = cardsOf({ ...content, segments: refs.segments, dimensions: refs.dimensions });
  if (cards.ok) return '';
  return explain(cards.reasons, { ...refs, zone: 'Asia/Shanghai' }, locale);
}
