import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { can, withinTeam } from '@/core/abilities';
import { type What, whats } from '@/core/decisions';
import type { FeedId } from '@/core/model';
import { dayBounds } from '@/core/time';
import { adminWords } from '@/core/words/admin';
import { operationWords } from '@/core/words/operation';
import { readDate } from '@/endpoints/desk';
import type { Context } from '@/server/context';
import { keptDays } from '@/server/decisions/keep';
import { type DecisionFilter, listDecisions } from '@/server/decisions/list';
import { loadFeeds } from '@/server/posts/references';
import { loadSettings } from '@/server/settings/load';
import { screen } from '../Screen';
import { DecisionRows } from './DecisionRows';
import { addressOf, type Filled, Filter } from './Filter';

const path = '/admin/decisions';

type Asked = Record<string, string | string[] | undefined>;

const one = (asked: Asked, name: string): string => {
  const value = asked[name];
  return typeof value === 'string' ? value.slice(0, 64) : '';
};

/** What was filled in, as far as it can be understood: an address typed by hand shows everything, no error. */
const filledIn = (asked: Asked): Filled => {
  const what = one(asked, 'what');
  return {
    from: readDate(one(asked, 'from')) ?? '',
    to: readDate(one(asked, 'to')) ?? '',
    feed: one(asked, 'feed'),
    what: (whats as readonly string[]).includes(what) ? what : '',
    post: /^[0-9a-f]{1,24}$/i.test(one(asked, 'post')) ? one(asked, 'post') : '',
    page: Math.min(10_000, Math.max(1, Number.parseInt(one(asked, 'page'), 10) || 1)),
  };
};

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
