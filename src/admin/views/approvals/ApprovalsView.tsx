import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { can } from '@/core/abilities';
import { periodAsked } from '@/core/queue/periods';
import { adminWords } from '@/core/words/admin';
import { threadOn } from '@/server/comments/thread';
import type { Context } from '@/server/context';
import { reviewOf } from '@/server/posts/review';
import { picturesOf } from '@/server/screens/pictures';
import { approvalQueue, scriptQueue, unsubmitted, type Waiting } from '@/server/screens/queue';
import { panelWorld } from '@/server/screens/world';
import { loadSettings } from '@/server/settings/load';
import { KindMark } from '@/ui/KindMark';
import { MomentsPreview } from '../../parts/MomentsPreview';
import { screen } from '../Screen';
import { Decide } from './Decide';
import { Facts } from './Facts';
import { PeriodReview } from './period/PeriodReview';
import { QueueList, scriptKey } from './QueueList';
import { ScriptApproval } from './script/ScriptApproval';
import { TemplateApproval } from './template/TemplateApproval';
import { UnsubmittedList } from './Unsubmitted';
import { placesOf, previewsOf } from './versionsOf';

const path = '/admin/approvals';

/** The post after this one in the queue, else the one before, else the empty queue. */
const nextAfter = (waiting: readonly Waiting[], id: string): string => {
  const at = waiting.findIndex((one) => one.id === id);
  const next = waiting[at + 1] ?? waiting[at - 1];
  return next && next.id !== id ? `${path}?post=${next.id}` : path;
};

interface Chosen {
  ctx: Context;
  id: string;
  waiting: readonly Waiting[];
  /** How many scripts stand above the posts in the list. */
  scripts: number;
}

async function Selected({ ctx, id, waiting, scripts }: Chosen) {
  const { locale, now } = ctx;
  const words = adminWords[locale];
  const found = await reviewOf(ctx, id);
  const position = waiting.findIndex((one) => one.id === id);
  if (!found.ok || position < 0) {
    const said = found.ok ? words.queue.gone : (found.errors[0]?.message ?? words.queue.gone);
    return (
      <p className="md-note" role="status">
        {said}
      </p>
    );
  }
  const review = found.value;
  const { content, view } = review;
  const [files, world, thread] = await Promise.all([
    picturesOf(ctx, review.media),
    panelWorld(ctx),
    threadOn(ctx, { type: 'posts', id }),
  ]);
  const versions = previewsOf(view, files);
  const subject = { type: 'posts', feeds: content.feeds } as const;
  const decides = can(ctx.actor, 'post.approve', subject) || can(ctx.actor, 'post.requestChanges', subject);
  return (
    <article className="md-review" aria-labelledby="md-review-title">
      <header>
        <p className="md-quiet md-small">
          <Link className="md-back" href={path} prefetch={false}>
            {words.queue.back}
          </Link>
          <span>{words.queue.next(scripts + position + 1, scripts + waiting.length)}</span>
        </p>
        <h2 id="md-review-title">{content.title}</h2>
        <p className="md-review-meta">
          <KindMark kind={content.kind} label={words.kinds[content.kind]} />
          <Link href={`/admin/collections/posts/${id}`} prefetch={false}>
            {words.queue.edit}
          </Link>
        </p>
      </header>
      <div className="md-review-columns">
        <section aria-label={words.queue.versions} className="md-review-cards">
          <MomentsPreview
            key={id}
            versions={versions}
            feeds={placesOf(view)}
            people={world.people}
            brand={world.brand}
            fold={world.fold}
          />
        </section>
        <Facts thread={thread.ok ? thread.value : null} {...{ review, words, locale, now }} />
      </div>
      {decides ? (
        <div className="md-decide-wrap">
          {review.mayNotApprove.length > 0 ? (
            <div className="md-note md-note-warn">
              <strong>{words.queue.mayNot}</strong>
              {review.mayNotApprove.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </div>
          ) : null}
          <Decide
            key={`${id}:${review.contentHash}`}
            post={id}
            title={content.title}
            contentHash={review.contentHash}
            atOnce={review.forecast.some(({ atOnce }) => atOnce)}
            mayApprove={review.mayNotApprove.length === 0 && review.problems.length === 0}
            next={nextAfter(waiting, id)}
          />
        </div>
      ) : (
        <p className="md-note">{words.queue.readOnly}</p>
      )}
    </article>
  );
}

const Empty = ({ ctx }: { ctx: Context }) => {
  const { queue } = adminWords[ctx.locale];
  return (
    <div className="md-empty">
      <p className="md-empty-title">{queue.empty}</p>
      <p className="md-quiet">{queue.emptyHint}</p>
      <p>
        <Link className="md-button" href="/admin/collections/posts" prefetch={false}>
          {queue.toPosts}
        </Link>
      </p>
    </div>
  );
};

/** What waits for a manager: the queue, one post exactly as staff will get it, and the decision. */
export const ApprovalsView = (props: AdminViewServerProps) =>
  screen(props, {
    path,
    title: ({ locale }) => adminWords[locale].queue.title,
    show: async (ctx) => {
      const { locale, now } = ctx;
      const words = adminWords[locale];
      const { timezone: zone } = await loadSettings(ctx.payload, ctx.req);
      const { post: asked, script, template, by, ...rest } = props.searchParams ?? {};
      const period = periodAsked(rest);
      if (period) return <PeriodReview {...{ ctx, period, zone }} />;
      const [waiting, scripts, late] = await Promise.all([
        approvalQueue(ctx),
        scriptQueue(ctx),
        can(ctx.actor, 'post.approve') ? unsubmitted(ctx) : [],
      ]);
      const given = typeof asked === 'string' && asked !== '' ? asked : null;
      const chosen = given ?? waiting[0]?.id ?? null;
      const unit = by === 'week' ? 'week' : 'day';
      const quiet = <UnsubmittedList posts={late} {...{ words, locale, now }} />;
      if (typeof script === 'string' && script !== '') {
        return (
          <div className="md-approvals" data-chosen="yes">
            <div className="md-queue-side">
              <QueueList
                {...{ waiting, scripts, unit, zone, words, locale, now }}
                chosen={scriptKey(script)}
              />
            </div>
            <ScriptApproval {...{ ctx, waiting, scripts }} id={script} />
          </div>
        );
      }
      if (typeof template === 'string' && template !== '') {
        return (
          <div className="md-approvals" data-chosen="yes">
            <div className="md-queue-side">
              <QueueList {...{ waiting, scripts, unit, zone, words, locale, now }} chosen={null} />
            </div>
            <TemplateApproval ctx={ctx} id={template} />
          </div>
        );
      }
      if (chosen === null && scripts.length === 0) {
        return (
          <>
            <Empty ctx={ctx} />
            {quiet}
          </>
        );
      }
      const there = waiting.some(({ id }) => id === chosen);
      return (
        <div className="md-approvals" data-chosen={given !== null && there ? 'yes' : there ? 'no' : 'gone'}>
          <div className="md-queue-side">
            <QueueList {...{ waiting, scripts, chosen, unit, zone, words, locale, now }} />
            {quiet}
          </div>
          {chosen === null ? (
            <p className="md-note">{words.queue.scriptsOnly}</p>
          ) : (
            <Selected ctx={ctx} id={chosen} waiting={waiting} scripts={scripts.length} />
          )}
        </div>
      );
    },
  });
