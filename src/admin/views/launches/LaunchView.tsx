import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { launchPageWords } from '@/core/words/launchPages';
import { launchScreenOf } from '@/server/screens/launch';
import { screen } from '../Screen';
import { LaunchPage } from './LaunchPage';

const idIn = ({ params }: AdminViewServerProps): string => {
  const segments = params?.segments;
  return Array.isArray(segments) ? (segments.at(-1) ?? '') : '';
};

/** One launch on a timeline of its days. */
export const LaunchView = (props: AdminViewServerProps) => {
  const id = idIn(props);
  return screen(props, {
    path: `/admin/launches/${id}`,
    show: async (ctx) => {
      const words = launchPageWords[ctx.locale];
      const found = await launchScreenOf(ctx, id);
      return (
        <div className="md-launch">
          <p className="md-small">
            <Link href="/admin/launches" prefetch={false}>
              {words.back}
            </Link>
          </p>
          {found.ok ? (
            <LaunchPage launch={found.value} />
          ) : (
            <>
              <h1>{words.one}</h1>
              <p className="md-note" role="status">
                {found.errors[0]?.message}
              </p>
            </>
          )}
        </div>
      );
    },
  });
};
