import type { CapRule } from '../caps';
import type { PostId } from '../model';
import type { PlanCard, PlanInput } from '../plan';

/** What is tried out on a plan before anybody saves it. */
export type PlanChange =
  /** The cards of a post as they would be; none: it is taken out. */
  | { code: 'post'; post: PostId; cards: readonly PlanCard[] }
  /** A rule as it would be, a new one too; `enabled: false` takes it away. */
  | { code: 'rule'; rule: CapRule; enabled: boolean };

type Changed = Pick<PlanInput, 'cards' | 'rules'>;

/** The input of a plan with the changes made, one after the other; the input itself stays as it is. */
export const applyChanges = <I extends Changed>(input: I, changes: readonly PlanChange[]): I => {
  let { cards, rules }: Changed = input;
  for (const change of changes) ({ cards, rules } = changed({ cards, rules }, change));
  return { ...input, cards, rules };
};

const changed = ({ cards, rules }: Changed, change: PlanChange): Changed => {
  switch (change.code) {
    case 'post':
      return { rules, cards: [...cards.filter(({ post }) => post !== change.post), ...change.cards] };
    case 'rule': {
      const others = rules.filter(({ id }) => id !== change.rule.id);
      return { cards, rules: change.enabled ? [...others, change.rule] : others };
    }
  }
};
