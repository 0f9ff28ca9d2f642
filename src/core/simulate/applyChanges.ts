import type { CapException, CapRule, QuietHours } from '../caps';
import { type LaunchMove, movedSpan } from '../launch/launchMove';
import type { FeedId, LaunchId, PostId } from '../model';
import type { PlanCard, PlanInput } from '../plan';

/** What is tried out on a plan before anybody saves it. */
export type PlanChange =
  /** The cards of a post as they would be; none: it is taken out. */
  | { code: 'post'; post: PostId; cards: readonly PlanCard[] }
  /** A rule as it would be, a new one too; `enabled: false` takes it away. */
  | { code: 'rule'; rule: CapRule; enabled: boolean }
  /** The quiet hours of a feed as they would be; null: none. */
  | { code: 'feed'; feed: FeedId; quietHours: QuietHours | null }
  /** What a launch may do beyond the rules goes with it; its posts are changes of their own. */
  | { code: 'launch'; launch: LaunchId; move: LaunchMove };

type Changed = Pick<PlanInput, 'cards' | 'rules' | 'exceptions'>;

/** The input of a plan with the changes made, one after the other; the input itself stays as it is. */
export const applyChanges = <I extends Changed>(input: I, changes: readonly PlanChange[]): I => {
  let { cards, rules, exceptions }: Changed = input;
  for (const change of changes)
    ({ cards, rules, exceptions } = changed({ cards, rules, exceptions }, change));
  return { ...input, cards, rules, exceptions };
};

const changed = (before: Changed, change: PlanChange): Changed => {
  switch (change.code) {
    case 'post': {
      const others = before.cards.filter(({ post }) => post !== change.post);
      return { ...before, cards: [...others, ...change.cards] };
    }
    case 'rule': {
      const others = before.rules.filter(({ id }) => id !== change.rule.id);
      return { ...before, rules: change.enabled ? [...others, change.rule] : others };
    }
    case 'feed': {
      const { feed, quietHours } = change;
      const cards = before.cards.map((card) => (card.feed === feed ? { ...card, quietHours } : card));
      return { ...before, cards };
    }
    case 'launch': {
      const exceptions = before.exceptions.map((one) => movedException(one, change));
      return { ...before, exceptions };
    }
  }
};

const movedException = (
  exception: CapException,
  { launch, move }: Extract<PlanChange, { code: 'launch' }>,
): CapException => (exception.launch === launch ? movedSpan(exception, move) : exception);
