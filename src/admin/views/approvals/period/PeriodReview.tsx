import { Link } from '@payloadcms/ui';
import type { TimeZone } from '@/core/model';
import { periodAfter, periodOf, type QueuePeriod } from '@/core/queue/periods';
import { dayBounds, localDateOf } from '@/core/time';
import { periodHeading, queueWords, weekSpan } from '@/core/words/queue';
import type { Context } from '@/server/context';
import { type PeriodPost, reviewOfPeriod } from '@/server/screens/period';
import { type Picture, picturesOf } from '@/server/screens/pictures';
import { panelWorld } from '@/server/screens/world';
import { hrefOfPeriod } from '../QueueList';
import { previewsOf } from '../versionsOf';
import { Batch } from './Batch';
import type { BatchPost } from './PostOfPeriod';

interface Given {
  ctx: Context;
  period: QueuePeriod;
  zone: TimeZone;
}

/** The week of a day; the first day of a week. */
const otherUnit = ({ unit, first }: QueuePeriod, zone: TimeZone): QueuePeriod =>
  periodOf(dayBounds(first, zone)[0], unit === 'day' ? 'week' : 'day', zone);

const Nav = ({ ctx, period, zone }: Given) => {
  const words = queueWords[ctx.locale];
  const heading = periodHeading(period, localDateOf(ctx.now, zone), ctx.locale);
  const span = period.unit === 'week' ? weekSpan(period.first, ctx.locale) : '';
  return (
    <nav className="md-period-nav" aria-label={words.periods}>
      <Link href="/admin/approvals" prefetch={false}>
        {words.back}
      </Link>
      <Link href={hrefOfPeriod(periodAfter(period, -1))} prefetch={false}>
        {words.before[period.unit]}
      </Link>
      <strong>
        {heading}
        {span && span !== heading ? <span className="md-quiet"> {span}</span> : null}
      </strong>
      <Link href={hrefOfPeriod(periodAfter(period, 1))} prefetch={false}>
        {words.after[period.unit]}
      </Link>
      <Link href={hrefOfPeriod(otherUnit(period, zone))} prefetch={false}>
        {words.whole[period.unit]}
      </Link>
    </nav>
  );
};

const toBatch =
  (files: Readonly<Record<string, Picture>>) =>
  ({ id, content, view, contentHash, feeds, at, against, approvedBefore }: PeriodPost): BatchPost => ({
    id,
    title: content.title,
    kind: content.kind,
    contentHash,
    at,
    feeds,
    versions: previewsOf(view, files),
    guidance: content.guidance,
    copyMode: content.copyMode,
    launch: view.launch?.name ?? null,
    against,
    approvedBefore,
  });

/** All that waits of a day or a week, each post complete, and one decision for those that are chosen. */
export async function PeriodReview({ ctx, period, zone }: Given) {
  const words = queueWords[ctx.locale];
  const review = await reviewOfPeriod(ctx, period, zone);
  const [files, world] = await Promise.all([picturesOf(ctx, review.media), panelWorld(ctx)]);
  const forecasts = Object.fromEntries(review.posts.map(({ id, forecast }) => [id, forecast]));
  return (
    <div className="md-period">
      <Nav {...{ ctx, period, zone }} />
      {review.more > 0 ? <p className="md-note">{words.more(review.more)}</p> : null}
      {review.shared > 0 ? <p className="md-note">{words.shared(review.shared)}</p> : null}
      <Batch
        key={`${period.unit}:${period.first}`}
        posts={review.posts.map(toBatch(files))}
        outlook={{ forecasts, proofs: review.proofs }}
        decides={review.decides}
        empty={words.empty[period.unit]}
        people={world.people}
        brand={world.brand}
        fold={world.fold}
        now={ctx.now}
      />
    </div>
  );
}
