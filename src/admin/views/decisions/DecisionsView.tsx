import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { can, withinTeam } from '@/core/abilities';
import type { What } from '@/core/decisions';
import type { FeedId } from '@/core/model';
import { dayBounds } from '@/core/time';
import { adminWords } from '@/core/words/admin';
import { operationWords } from '@/core/words/operation';
import type { Context } from '@/server/context';
import { keptDays } from '@/server/decisions/keep';
import { type DecisionFilter, listDecisions } from '@/server/decisions/list';
import { loadFeeds } from '@/server/posts/references';
import { loadSettings } from '@/server/settings/load';
import { screen } from '../Screen';
import { DecisionRows } from './DecisionRows';
import { addressOf, Filter } from './Filter';
import { type Asked, type Filled, filledIn } from './filledIn';

const path = '/admin/decisions';

const filterOf = ({ from, to, feed, what, post, page }: Filled, zone: string): DecisionFilter => ({
  ...(from ? { from: dayBounds(from, zone)[0] } : {}),
  ...(to ? { to: dayBounds(to, zone)[1] } : {}),
  ...(feed ? { feed } : {}),
  ...(what ? { what: what as What } : {}),
  ...(post ? { post } : {}),
  page,
});

async function show(ctx: Context, asked: Asked) {
  const { payload, req, actor, locale } = ctx;
  const words = operationWords[locale].decisions;
  if (!can(actor, 'decisions.read'))
    return <p className="md-note">{operationWords[locale].api.notAllowedRead}</p>;
  const filled = filledIn(asked);
  const { timezone } = await loadSettings(payload, req);
  const feeds = [...(await loadFeeds(payload, req)).values()].filter(({ id }) => withinTeam(actor, [id]));
  const known = feeds.some(({ id }) => id === (filled.feed as FeedId)) ? filled : { ...filled, feed: '' };
  const found = await listDecisions(ctx, filterOf(known, timezone));
  if (!found.ok) return <p className="md-note">{found.errors[0]?.message}</p>;
  const { decisions, page, hasNext } = found.value;
  return (
    <>
      <p className="md-quiet">
        {words.intro} {words.kept(keptDays)}
      </p>
      <Filter {...{ path, filled: known, feeds, locale }} />
      {decisions.length === 0 ? (
        <div className="md-empty">
          <p className="md-empty-title">{words.empty}</p>
          <p className="md-quiet">{words.emptyHint}</p>
        </div>
      ) : (
        <DecisionRows {...{ decisions, ctx, words: adminWords[locale] }} />
      )}
      <nav className="md-buttons" aria-label={words.title}>
        {page > 1 ? (
          <Link className="md-button" href={addressOf(path, { ...known, page: page - 1 })} prefetch={false}>
            {words.newer}
          </Link>
        ) : null}
        {hasNext ? (
          <Link className="md-button" href={addressOf(path, { ...known, page: page + 1 })} prefetch={false}>
            {words.earlier}
          </Link>
        ) : null}
      </nav>
    </>
  );
}

/** What was decided on each card, when and why, the newest first. */
export const DecisionsView = (props: AdminViewServerProps) =>
  screen(props, {
    path,
    title: ({ locale }) => operationWords[locale].decisions.title,
    show: (ctx) => show(ctx, props.searchParams ?? {}),
  });
