import type { Mutation } from './bundle';
import type { Scenario } from './lab';
import type { Finding } from './promises';

interface Mutant extends Mutation {
  name: string;
  /** In which words the laboratory has to say it; any of them. */
  words: readonly Finding['word'][];
  /** Under which it shows soon; without it, in any scenario. */
  scenario?: Pick<Scenario, 'only' | 'schedulers' | 'faults' | 'isolation'>;
}

const passOfLog = 'src/server/scheduler/passOfLog.ts';
const snapshot = 'src/server/scheduler/snapshot.ts';
const releases = 'collections/releases/index.ts';

/** Slips of the pen, each in the product's own source. The laboratory has to notice every one of them. */
export const mutants: readonly Mutant[] = [
  {
    name: 'the log without its index on (log, seq)',
    file: releases,
    from: "{ fields: ['log', 'seq'], unique: true },",
    to: "{ fields: ['log', 'seq'] },",
    words: ['hole', 'over-cap', 'unapproved', 'stopped'],
    scenario: { schedulers: 3 },
  },
  {
    name: 'the log without its index on key',
    file: releases,
    from: "{ name: 'key', type: 'text', required: true, unique: true,",
    to: "{ name: 'key', type: 'text', required: true,",
    words: ['twice'],
  },
  {
    name: 'an insert that the index refused, taken for done',
    file: 'src/server/log/append.ts',
    from: "return inserted.duplicate.includes('key') ? 'key-taken' : 'seq-taken';",
    to: "return inserted.duplicate.includes('key') ? 'key-taken' : 'done';",
    words: ['missing', 'status', 'between'],
    scenario: { only: ['limit', 'price', 'recall'], schedulers: 3 },
  },
  {
    name: 'the void before the commit',
    file: 'src/server/fences/record.ts',
    from: 'await afterCommit(req, async () => {',
    to: 'await ((_: unknown, now: () => Promise<void>) => now())(req, async () => {',
    words: ['unapproved', 'over-cap', 'between', 'stopped', 'missing'],
    scenario: { only: ['withdraw', 'limit', 'stop', 'edit'], isolation: 'snapshots', schedulers: 3 },
  },
  {
    name: 'open fences left open',
    file: 'src/server/fences/complete.ts',
    from: 'for (const fence of docs) await completeFence(payload, fence);\n  return docs.length;',
    to: 'return 0;',
    words: ['missing'],
  },
  {
    name: 'the tail read after what it stands for',
    file: snapshot,
    from: '    tail,\n    posts,',
    to: '    tail: await tailOf(payload, log),\n    posts,',
    words: ['unapproved', 'over-cap', 'stopped', 'early'],
    scenario: { only: ['withdraw', 'limit', 'stop', 'edit'], schedulers: 3, faults: 10 },
  },
  {
    name: 'the hash taken from the field instead of computed',
    file: snapshot,
    from: 'if (bound.hash !== approval.contentHash) {',
    to: 'if (row.contentHash !== approval.contentHash) {',
    words: ['changed'],
  },
  {
    name: 'the hash of what is remembered taken for that of what is read anew',
    file: 'src/server/scheduler/confirm.ts',
    from: 'if (bound.hash !== approval.contentHash) return null;',
    to: 'if (row.contentHash !== approval.contentHash) return null;',
    words: ['changed'],
    scenario: { only: ['tamper'], faults: 0, schedulers: 1 },
  },
  {
    name: 'a stop that nobody looks at',
    file: passOfLog,
    from: 'const stopped = question.stopped || snapshot.settings.stopped;',
    to: 'const stopped = false;',
    words: ['stopped'],
    scenario: { only: ['stop'] },
  },
  {
    name: 'the day of the server instead of the feed',
    file: 'src/server/scheduler/entries.ts',
    from: 'localDate: localDateOf(decision.at, feed.zone),',
    to: "localDate: localDateOf(decision.at, 'UTC'),",
    words: ['changed'],
  },
  {
    name: 'a grace that nobody grants',
    file: 'src/core/plan/timing.ts',
    from: 'settings.graceMinutes * minuteMs',
    to: '0 * minuteMs',
    words: ['missing'],
  },
  {
    name: '> for < where a card is late',
    file: 'src/core/plan/decide.ts',
    from: 'if (timing.late && now > timing.deadline) return expired(search);',
    to: 'if (timing.late && now < timing.deadline) return expired(search);',
    words: ['missing', 'late'],
  },
  {
    name: '≥ for ≤ where a card is due',
    file: 'src/core/plan/decide.ts',
    from: 'const due = actAt <= now;',
    to: 'const due = actAt >= now;',
    words: ['early', 'missing'],
  },
  {
    name: '≤ one more than the limit',
    file: 'src/core/caps/tally.ts',
    from: 'return this.counted().most + weight <= limit || this.fullestWith(standing).count <= limit;',
    to: 'return this.counted().most + weight <= limit || this.fullestWith(standing).count - 1 <= limit;',
    words: ['over-cap'],
  },
  {
    name: 'a rolling window that looks ahead alone',
    file: 'src/core/caps/rollingCap.ts',
    from: 'const anchors = line.between(at - length + 1, at + 1);',
    to: 'const anchors = line.between(at, at + 1);',
    words: ['over-cap'],
  },
  {
    name: 'a gap kept within each feed alone',
    file: 'src/core/caps/gap.ts',
    from: 'if (!other || other.post === card.post) return false;',
    to: 'if (!other || other.post === card.post || other.feed !== card.feed) return false;',
    words: ['too-close'],
  },
  {
    name: 'quiet hours that end at midnight',
    file: 'src/core/caps/quietHours.ts',
    from: 'for (let day = today - 1; day <= today; day += 1) {',
    to: 'for (let day = today; day <= today; day += 1) {',
    words: ['quiet'],
  },
  {
    name: 'an exception for everybody, not for its launch alone',
    file: 'src/core/caps/level.ts',
    from: 'exception.launch === card.launch && (exception.feeds.length',
    to: '(exception.feeds.length',
    words: ['over-cap', 'too-close', 'quiet'],
  },
  {
    name: 'an exception without an end',
    file: 'src/core/caps/level.ts',
    from: 'exception.from <= at && at < exception.to;',
    to: 'exception.from <= at;',
    words: ['over-cap', 'too-close', 'quiet'],
  },
  {
    name: 'a week or month of which only the last days are read',
    file: snapshot,
    from: 'addDays(begins, -Math.max(0, ...rules.map(reachInDays)))',
    to: 'begins',
    words: ['over-cap'],
  },
  {
    name: 'a launch whose approval is taken back without a fence',
    file: 'src/server/launches/withdraw.ts',
    from: 'fence: true,',
    to: 'fence: false,',
    words: ['between'],
    scenario: { only: ['script'] },
  },
  {
    name: 'the oldest decision for the newest',
    file: 'src/server/approvals/records.ts',
    from: 'return new Map(docs.map((record) => [record.subject, record]));',
    to: 'return new Map([...docs].reverse().map((record) => [record.subject, record]));',
    words: ['unapproved', 'missing'],
  },
];
