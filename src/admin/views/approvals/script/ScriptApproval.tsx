import { Link } from '@payloadcms/ui';
import { adminWords } from '@/core/words/admin';
import { launchReviewWords } from '@/core/words/launchReview';
import type { Context } from '@/server/context';
import type { Waiting, WaitingScript } from '@/server/screens/queue';
import { type ScriptScreen, scriptScreen } from '@/server/screens/script';
import { panelWorld } from '@/server/screens/world';
import { ScriptReader } from './ScriptReader';

const path = '/admin/approvals';

interface Given {
  ctx: Context;
  id: string;
  waiting: readonly Waiting[];
  scripts: readonly WaitingScript[];
}

const isDecidable = ({ actions, status, phases }: ScriptScreen): boolean =>
  actions.includes('approve') ||
  actions.includes('request-changes') ||
  status === 'in-review' ||
  phases.some(({ days }) => days.some(({ steps }) => steps.some(({ waits }) => waits)));

/** The next script, else the first post that is not of this one, else the queue. */
function nextAfter({ id, waiting, scripts }: Given, screen: ScriptScreen): string {
  const at = scripts.findIndex((one) => one.id === id);
  const script = scripts[at + 1] ?? scripts[at - 1];
  if (script && script.id !== id) return `${path}?script=${script.id}`;
  const own = new Set<string>(
    screen.phases.flatMap(({ days }) => days.flatMap(({ steps }) => steps.map(({ post }) => post))),
  );
  const post = waiting.find((one) => !own.has(one.id));
  return post ? `${path}?post=${post.id}` : path;
}

/** A whole launch script, as staff and customers will get it, for one decision. */
export async function ScriptApproval(given: Given) {
  const { ctx, id, scripts } = given;
  const { locale, now } = ctx;
  const { queue } = adminWords[locale];
  const words = launchReviewWords[locale];
  const [found, world] = await Promise.all([scriptScreen(ctx, id), panelWorld(ctx)]);
  if (!found.ok || !isDecidable(found.value)) {
    const said = found.ok ? words.gone : (found.errors[0]?.message ?? words.gone);
    return (
      <div className="md-review">
        <p>
          <Link className="md-back" href={path} prefetch={false}>
            {queue.back}
          </Link>
        </p>
        <p className="md-note" role="status">
          {said}
        </p>
        {found.ok ? (
          <p>
            <Link href={`/admin/launches/${id}`} prefetch={false}>
              {words.openScript}
            </Link>
          </p>
        ) : null}
      </div>
    );
  }
  const position = scripts.findIndex((one) => one.id === id);
  return (
    <ScriptReader
      key={id}
      screen={found.value}
      people={world.people}
      brand={world.brand}
      fold={world.fold}
      now={now}
      next={nextAfter(given, found.value)}
      place={position < 0 ? null : queue.next(position + 1, scripts.length)}
    />
  );
}
