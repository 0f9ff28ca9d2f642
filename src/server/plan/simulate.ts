import { can } from '@/core/abilities';
import type { FeedRef } from '@/core/approval/content';
import { problemsOf } from '@/core/approval/problems';
import type { FeedId, LogId } from '@/core/model';
import { planInSteps } from '@/core/plan';
import { applyChanges, cutTo, diffPlans, movedIn, type PlanChange, periodOf } from '@/core/simulate';
import { sayNotAllowed } from '@/core/words/approval';
import { problemSentence } from '@/core/words/problem';
import { givenWords } from '@/core/words/simulate';
import type { Context } from '../context';
import { done, type Outcome, refuse } from '../outcome';
import type { Subject } from '../posts/load';
import { loadFeeds } from '../posts/references';
import { withPost } from '../scheduler/assume';
import { loadSnapshot, type Snapshot } from '../scheduler/snapshot';
import { loadSettings } from '../settings/load';
import { iso, type SimulationAnswer } from './answer';
import { capsOf } from './capsOf';
import { type Dated, decisionsOf, movesOf, type PlannedLog } from './decisionsOf';
import { type Asker, refuseQuestion, type SimulateQuestion, sees } from './question';
import { type Recorded, recordedIn } from './recorded';
import { readTrial } from './trial';
import { inTurns, TooMuchWork, type Turns } from './turns';

/** For a person who plans: see simulateFor. */
export async function simulate(
  { payload, req, actor, locale, now }: Context,
  question: SimulateQuestion,
): Promise<Outcome<SimulationAnswer>> {
  if (!can(actor, 'plan.simulate')) return refuse(403, [{ message: sayNotAllowed[locale] }]);
  return simulateFor({ payload, req, actor, locale, now }, question, inTurns({ most: mostWork }));
}

/** Milliseconds. A quarter of a thousand posts with one rule tried took one of these seconds, or three in 20 feeds. */
const mostWork = 10_000;

/**
 * What the scheduler will do in a period, and what it would do if something were changed first. The same
 * plan as at a release, computed whole and then cut; nothing is written.
 */
export async function simulateFor(
  asker: Asker,
  question: SimulateQuestion,
  turns: Turns = inTurns(),
): Promise<Outcome<SimulationAnswer>> {
  try {
    return await answerTo(asker, question, turns);
  } catch (error) {
    if (error instanceof TooMuchWork) return refuseQuestion(400, [{ code: 'too-large' }], asker.locale);
    throw error;
  }
}

async function answerTo(
  asker: Asker,
  question: SimulateQuestion,
  turns: Turns,
): Promise<Outcome<SimulationAnswer>> {
  const { payload, req, locale, now } = asker;
  const settings = await loadSettings(payload, req);
  const asked = periodOf(question, settings.timezone);
  if (!asked.ok) return refuseQuestion(400, [asked.reason], locale);
  const { period } = asked;
  const feeds = [...(await loadFeeds(payload, req)).values()].filter(({ id }) => sees(asker, id));
  const chosen = question.feed ? feeds.filter(({ id }) => id === question.feed) : feeds;
  if (question.feed && chosen.length === 0) {
    return refuseQuestion(404, [{ code: 'unknown', what: 'feed', id: question.feed }], locale);
  }
  const read = await readTrial(asker, question, settings);
  if (!read.ok) return read;
  const trial = read.value;
  const answer: SimulationAnswer = {
    now: iso(now),
    from: iso(period.from),
    to: iso(period.to),
    decisions: [],
    caps: [],
    proofs: [],
    assumptions: [],
    exceptions: [],
    problems: [],
    ...(trial.changes ? { moved: [] } : {}),
  };
  const decided: Dated[] = [];
  const isChosen = ({ feed }: { feed: string }): boolean => chosen.some(({ id }) => id === feed);
  for (const log of logsIn(chosen)) {
    const snapshot = await loadSnapshot({ payload, log, now, ...(req ? { req } : {}) });
    if (!snapshot) continue;
    const here = feedsIn(snapshot);
    const recorded = await recordedIn(asker, { log, feeds: here }, period);
    const planned = async (known: Snapshot): Promise<PlannedLog> => ({
      snapshot: known,
      decisions: await turns(planInSteps({ ...known.input, now })),
      recorded,
    });
    const base = assume(snapshot, trial.assumed);
    const tried = await planned(withInputs(assume(base, trial.changed), trial.inputs, recorded));
    // What a feed released here before it went to another pool is told of there.
    for (const one of await turns(decisionsOf(tried, asker)))
      if (isChosen(one) && here.some((id) => id === one.feed)) decided.push(one);
    const { caps, proof } = await turns(capsOf(tried, period, asker));
    answer.caps = [...answer.caps, ...caps];
    if (proof) answer.proofs.push(proof);
    if (trial.changes) {
      const before = await planned(base);
      const moved = movedIn(diffPlans(before.decisions, tried.decisions), period).filter(isChosen);
      answer.moved?.push(...movesOf(moved, [before, tried], asker));
    }
  }
  answer.decisions = cutTo(
    decided.map((decision) => ({ decision, at: decision.instant })),
    period,
  ).map(({ decision: { instant: _, ...decision } }) => decision);
  const subjects = [
    ...new Map([...trial.assumed, ...trial.changed].map((one) => [one.bound.content.id, one])).values(),
  ];
  answer.assumptions = [
    givenWords.unchanged[locale],
    ...(settings.stopped ? [givenWords.stopped[locale]] : []),
    ...(subjects.length > 0 ? [givenWords.approved(subjects.map(titleOf), locale)] : []),
    ...new Set(answer.proofs.flatMap(({ assumptions }) => assumptions)),
  ];
  answer.exceptions = [...new Set(answer.proofs.flatMap(({ exceptions }) => exceptions))];
  answer.problems = subjects.flatMap((subject) => problemsIn(subject, asker));
  return done(answer);
}

const logsIn = (feeds: readonly FeedRef[]): LogId[] => [...new Set(feeds.map(({ log }) => log))].sort();

const feedsIn = ({ refs, log }: Snapshot): FeedId[] =>
  [...refs.feeds.values()].filter((feed) => feed.log === log).map(({ id }) => id);

const assume = (snapshot: Snapshot, subjects: readonly Subject[]): Snapshot =>
  subjects.reduce((known, subject) => withPost(known, subject), snapshot);

/** A rule that is tried may look further back than the stored ones, for which the snapshot was read. */
const withInputs = (snapshot: Snapshot, inputs: readonly PlanChange[], { placed }: Recorded): Snapshot => {
  if (inputs.length === 0) return snapshot;
  const all = new Map([...placed, ...snapshot.input.placed].map((entry) => [entry.card, entry]));
  return { ...snapshot, input: applyChanges({ ...snapshot.input, placed: [...all.values()] }, inputs) };
};

const titleOf = ({ bound }: Subject): string => bound.content.title;

/** Why a post that is tried out could not be submitted as it is; its plan is shown all the same. */
const problemsIn = ({ bound: { content }, refs, settings }: Subject, { now, locale }: Asker) =>
  problemsOf({ post: content, refs, now, graceMinutes: settings.graceMinutes }).map((problem) => {
    const [feed] = content.feeds;
    const message = problemSentence(problem, refs, { locale, ...(feed ? { feed } : {}) });
    return { post: content.id as string, title: content.title, message };
  });
