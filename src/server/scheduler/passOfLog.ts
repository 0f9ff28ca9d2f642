import type { Payload } from 'payload';
import type { CardKey, Instant, LogId } from '@/core/model';
import { type Decision, nextWake, plan } from '@/core/plan';
import { noteEntries } from '../decisions/noteEntries';
import { appendRun } from '../log/append';
import type { LogEntry, StoredEntry } from '../log/entry';
import { confirmDue } from './confirm';
import { endEntry, releaseEntry } from './entries';
import { lapseStale } from './lapseStale';
import { settledSnapshot } from './settledSnapshot';
import type { Snapshot } from './snapshot';
import { markBroken, syncStates } from './sync';

export interface LogPass {
  tail: number;
  /** When a pass has something to do next, if nothing changes; null: nothing is planned. */
  wake: Instant | null;
  /** What was decided and committed, in order. */
  acted: Decision[];
  /** How many cards wait for another time now that did not before. */
  deferred: number;
  /** What this pass was about to release and another process had released by then. */
  already: CardKey[];
  /** What was read, while nothing at all has been written since: good for as long as the tail stands. */
  snapshot: Snapshot | null;
}

interface PassQuestion {
  payload: Payload;
  log: LogId;
  now: Instant;
  /** 紧急停发: plan and show, release nothing. */
  stopped: boolean;
  /** Of an earlier pass that ended at the tail that still stands: saves reading everything again. */
  known?: Snapshot | null;
}

const rounds = 50;

const entryOf = (decision: Decision, snapshot: Snapshot, now: Instant): LogEntry => {
  const question = { decision, snapshot, now };
  switch (decision.outcome) {
    case 'release':
    case 'defer':
      return releaseEntry(question);
    case 'skip':
    case 'hold':
    case 'expire':
      return endEntry(question, decision.outcome);
  }
};

/** In the order of their instants; equal ones as the plan took them. */
const dueOnes = (decisions: readonly Decision[]): Decision[] =>
  decisions.filter((decision) => decision.due).sort((a, b) => a.at - b.at);

const isWhole = ({ stale, broken }: Snapshot): boolean => stale.length + broken.length === 0;

interface Planned {
  snapshot: Snapshot;
  decisions: Decision[];
}

/** The known snapshot, with what is due now read anew; null when there is none, or it does not hold. */
async function fromKnown({ payload, known, now }: PassQuestion): Promise<Planned | null> {
  if (!known) return null;
  const decisions = plan({ ...known.input, now });
  const snapshot = await confirmDue(payload, known, dueOnes(decisions));
  return snapshot && { snapshot, decisions };
}

/** Of what a refused insert left undecided: the cards whose release stands in the log by now. */
const releasedBy = ({ input }: Snapshot, left: readonly Decision[]): CardKey[] => {
  const out = new Set(input.placed.map(({ card }) => card));
  return left.map(({ card }) => card).filter((card) => out.has(card));
};

/** Null for a log that no feed has any more. */
async function readAnew({ payload, log, now }: PassQuestion): Promise<Planned | null> {
  const snapshot = await settledSnapshot({ payload, log, now });
  return snapshot && { snapshot, decisions: plan({ ...snapshot.input, now }) };
}

/**
 * One log's pass: read the tail, then the input, decide, insert one entry for each decision. The first
 * refused insert means that something happened in between: everything is read and decided again.
 */
export async function passOfLog(question: PassQuestion): Promise<LogPass> {
  const { payload, log, now } = question;
  const acted: Decision[] = [];
  const already: CardKey[] = [];
  let left: Decision[] = [];
  let deferred = 0;
  for (let round = 0; round < rounds; round += 1) {
    const known = round === 0 ? await fromKnown(question) : null;
    const planned = known ?? (await readAnew(question));
    if (!planned) return { tail: 0, wake: null, acted, already, deferred: 0, snapshot: null };
    const { snapshot, decisions } = planned;
    already.push(...releasedBy(snapshot, left));
    // Also as it was read after the tail: a stop in between voids the first round, and must hold for the next.
    const stopped = question.stopped || snapshot.settings.stopped;
    const entries: StoredEntry[] = [...snapshot.entries];
    const due = stopped ? [] : dueOnes(decisions);
    const wanted = due.map((decision) => entryOf(decision, snapshot, now));
    const done = await appendRun(payload, snapshot.tail, wanted);
    acted.push(...due.slice(0, done));
    for (const [i, entry] of wanted.slice(0, done).entries())
      entries.push({ ...entry, id: '', seq: snapshot.tail + i + 1 });
    left = due.slice(done);
    if (left.length > 0) continue;
    const seq = snapshot.tail + done;
    const standing = await lapseStale(payload, snapshot, now);
    await markBroken(payload, snapshot);
    const present = { decisions, now, entries, idle: stopped };
    const { written, overtaken, ...told } = await syncStates(payload, snapshot, present);
    deferred += told.deferred;
    // Another pass, or a person, was there in between: what they left is looked at anew.
    if (overtaken + standing > 0) continue;
    await noteEntries(payload, log, now);
    const rest = decisions.filter((decision) => !decision.due);
    return {
      tail: seq,
      // A stop that was read before the tail may be over: only what was read after it is remembered.
      wake: snapshot.settings.stopped ? null : stopped ? now : nextWake(rest, now),
      acted,
      deferred,
      already,
      snapshot: written === 0 && acted.length === 0 && isWhole(snapshot) ? snapshot : null,
    };
  }
  throw new Error(`The log ${log} changed ${rounds} times while one pass was deciding.`);
}
