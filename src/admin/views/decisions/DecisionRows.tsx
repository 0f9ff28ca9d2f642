import { Link } from '@payloadcms/ui';
import type { What } from '@/core/decisions';
import { baseVariant } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import { operationWords } from '@/core/words/operation';
import type { Context } from '@/server/context';
import type { Told } from '@/server/decisions/list';
import { StatusMark } from '../../parts/StatusMark';
import { When } from '../../parts/When';

/** The marks of a card's state say the same here; what has no such state is plain. */
const marks: Record<What, Parameters<typeof StatusMark>[0]['status']> = {
  planned: 'planned',
  deferred: 'deferred',
  'brought-forward': 'planned',
  'will-hold': 'draft',
  'will-skip': 'draft',
  'will-expire': 'draft',
  released: 'released',
  'released-late': 'released',
  held: 'held',
  skipped: 'skipped',
  expired: 'expired',
  recalled: 'recalled',
  stopped: 'held',
  resumed: 'approved',
  outage: 'held',
};

interface RowsProps {
  decisions: readonly Told[];
  ctx: Context;
  words: AdminWords;
}

const Content = ({ told, words }: { told: Told; words: AdminWords }) => {
  if (told.post === null) return null;
  return (
    <>
      <Link href={`/admin/collections/posts/${told.post}`} prefetch={false}>
        {told.title || '—'}
      </Link>
      {told.variantKey === null || told.variantKey === baseVariant ? null : (
        <span className="md-quiet md-small">
          {' '}
          {words.fields.version} {told.versionName || told.variantKey}
        </span>
      )}
    </>
  );
};

/** What it came to beside its name: where it goes now, how late it was, how long it lasted. */
const Came = ({ told, ctx }: { told: Told; ctx: Context }) => {
  const { decisions: words, whats } = operationWords[ctx.locale];
  const { minutes, what, byName, says } = told;
  const lasting = what === 'resumed' || what === 'outage';
  return (
    <>
      {says === whats[what] ? null : <span>{says}</span>}
      {minutes === null || minutes === 0 ? null : (
        <span className="md-quiet md-small">{lasting ? words.lasted(minutes) : words.late(minutes)}</span>
      )}
      {byName ? <span className="md-quiet md-small">{words.by(byName)}</span> : null}
    </>
  );
};

/** The posts that hold the places, each once, as links. */
const Slots = ({ told, ctx }: { told: Told; ctx: Context }) => {
  const { decisions: words } = operationWords[ctx.locale];
  const posts = [...new Map(told.slots.map((slot) => [`${slot.post} ${slot.at}`, slot])).values()];
  if (posts.length === 0) return null;
  return (
    <span className="md-small md-slots">
      {words.slots}
      {posts.slice(0, 6).map(({ post, title, at }) => (
        <span key={`${post} ${at}`}>
          <Link href={`/admin/collections/posts/${post}`} prefetch={false}>
            {title}
          </Link>{' '}
          <When at={at} now={ctx.now} zone={told.zone} locale={ctx.locale} />
        </span>
      ))}
    </span>
  );
};

/** A row for each decision; on a phone a row becomes a card of its own. */
export const DecisionRows = ({ decisions, ctx, words }: RowsProps) => {
  const { decisions: said, whats } = operationWords[ctx.locale];
  return (
    <div className="md-table-wrap">
      <table className="md-table md-decisions">
        <thead>
          <tr>
            <th scope="col">{said.time}</th>
            <th scope="col">{said.content}</th>
            <th scope="col">{said.feed}</th>
            <th scope="col">{said.decided}</th>
            <th scope="col">{said.why}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map((told) => (
            <tr key={told.id}>
              <td className="md-decision-time">
                <When at={told.at} now={ctx.now} zone={told.zone} locale={ctx.locale} />
              </td>
              <td className="md-decision-content">
                <Content told={told} words={words} />
              </td>
              <td className="md-decision-feed md-quiet">{told.feedName ?? ''}</td>
              <td>
                <span className="md-decision-what">
                  <StatusMark status={marks[told.what]} label={whats[told.what]} />
                  <Came told={told} ctx={ctx} />
                </span>
              </td>
              <td className="md-decision-why">
                {told.why ? <span>{told.why}</span> : null}
                <Slots told={told} ctx={ctx} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
