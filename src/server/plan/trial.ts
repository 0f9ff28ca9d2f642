import type { LaunchId } from '@/core/model';
import type { PlanChange } from '@/core/simulate';
import { newPostWords } from '@/core/words/simulate';
import { done, type Outcome } from '../outcome';
import type { Subject } from '../posts/load';
import type { RuleSettings } from '../settings/load';
import { type Asker, type Change, refuseQuestion, type SimulateQuestion } from './question';
import { subjectsOf } from './subjects';
import { tryHours } from './tryHours';
import { tryLaunch } from './tryLaunch';
import { tryRules } from './tryRules';

type Row = Record<string, unknown>;

/** Everything that is tried out, read and resolved. */
export interface Trial {
  /** Taken as approved as they are, with and without the changes. */
  assumed: Subject[];
  /** Taken as approved as they would be. */
  changed: Subject[];
  /** Rules, quiet hours, and what a moved launch may do beyond them. */
  inputs: PlanChange[];
  /** Whether there is anything to compare with. */
  changes: boolean;
}

/** As many are planned in about half a second: see the benchmark. */
const mostCards = 10_000;

/** Each rule counts every card, twice over where it is tried: more would only be waited for. */
const mostRules = 5;

const isRule = (change: Change) => change.code === 'rule';
const isFeed = (change: Change) => change.code === 'feed';
const isLaunch = (change: Change) => change.code === 'launch';
const isPost = (change: Change) => change.code === 'post';

/** Ids of posts as numbers or text; a new one stands after all others in the order of ids. */
const idOfNew = (n: number): string => `new-${n + 1}`;

/** What one more post says does not matter to the plan: it need not be written yet. */
const blank = ({ locale }: Asker): Row => ({ title: newPostWords[locale], body: newPostWords[locale] });

/** Reads what a question would change. What a post is given itself wins over where its launch would take it. */
export async function readTrial(
  asker: Asker,
  question: SimulateQuestion,
  settings: RuleSettings,
): Promise<Outcome<Trial>> {
  const changes = question.changes ?? [];
  const assumedIds = new Set(question.assumeApproved ?? []);
  const ofRules = changes.filter(isRule);
  if (ofRules.length > mostRules) {
    const reason = { code: 'too-many-rules', rules: ofRules.length, most: mostRules } as const;
    return refuseQuestion(400, [reason], asker.locale);
  }
  const rules = await tryRules(asker, ofRules);
  if (!rules.ok) return rules;
  const hours = await tryHours(asker, changes.filter(isFeed));
  if (!hours.ok) return hours;
  const inputs = [...rules.value, ...hours.value];
  const values = new Map<string, Row>();
  // Each is from where the launch is stored, so of several the last is where it goes.
  const launches = new Map(changes.filter(isLaunch).map((change) => [change.launch, change]));
  for (const change of launches.values()) {
    const moved = await tryLaunch(asker, change, assumedIds);
    if (!moved.ok) return moved;
    inputs.push({ code: 'launch', launch: change.launch as LaunchId, move: moved.value.move });
    for (const [id, row] of moved.value.posts) values.set(id, row);
  }
  for (const [n, change] of changes.filter(isPost).entries()) {
    const id = change.post ?? idOfNew(n);
    values.set(id, { ...(change.post === null ? blank(asker) : values.get(id)), ...change.values });
  }
  const assumed = await subjectsOf(asker, new Map([...assumedIds].map((id) => [id, {}])), settings);
  if (!assumed.ok) return assumed;
  const times = new Map([...launches.values()].map(({ launch, launchAt }) => [launch, launchAt]));
  const changed = await subjectsOf(asker, values, settings, times);
  if (!changed.ok) return changed;
  const cards = [...assumed.value, ...changed.value].reduce(
    (sum, { bound: { content, view } }) => sum + content.feeds.length * view.versions.length,
    0,
  );
  if (cards > mostCards) {
    return refuseQuestion(400, [{ code: 'too-many-cards', cards, most: mostCards }], asker.locale);
  }
  return done({
    assumed: assumed.value,
    changed: changed.value,
    inputs,
    changes: changes.length > 0,
  });
}
