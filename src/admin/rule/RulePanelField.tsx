import type { UIFieldServerComponent } from 'payload';
import { loadFeedFacts } from '@/server/rules/feedFacts';
import { screenContext } from '../context';
import { RulePanel } from './RulePanel';

/** Beside the fields of a cap rule: what it says, what is wrong with it, what it would move. */
export const RulePanelField: UIFieldServerComponent = async ({ req }) => {
  const ctx = await screenContext(req);
  if (!ctx) return null;
  return <RulePanel feeds={await loadFeedFacts(ctx.payload, ctx.req)} now={ctx.now} />;
};
