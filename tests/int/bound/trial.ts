import { isDeepStrictEqual } from 'node:util';
import type { Payload } from 'payload';
import { expect } from 'vitest';
import { type ApprovalRecord, decisionsOn, scriptSubjectOf, subjectOf } from '@/server/approvals/records';
import { approveScript } from '@/server/launches/approve';
import { submitScript } from '@/server/launches/submit';
import type { ReleaseEntry } from '@/server/log/entry';
import { approve } from '@/server/posts/approve';
import { submit } from '@/server/posts/submit';
import { runPass } from '@/server/scheduler/pass';
import { contextFor, type Made, releasesOf } from '../../builders/team';
import { isFilled, valuesInstead } from './otherValues';
import type { Place } from './places';
import {
  aPictureFile,
  clearPosts,
  fullPosts,
  fullScripts,
  nightLaunch,
  rowOf,
  somethingNamed,
  standingPost,
  type World,
  wall,
} from './world';

type Data = Record<string, unknown>;

/** An approved post, and the document in which something is changed: itself, or something that it names. */
interface Trial {
  post: Made;
  /** Whose approval is asked about, where it is not the post's. */
  script: Made | null;
  changed: { collection: string; id: Made['id'] };
}

/** What came of it. `kept`: no door took the value; `refused`: none would hear of it. */
export interface Verdict {
  place: Place;
  change: 'made' | 'kept' | 'refused';
  stands: boolean;
  /** What else was not as it has to be. */
  wrong: string[];
}

const hour = 3_600_000;

async function trialOf(world: World, { collection, trail }: Place, day: number): Promise<Trial> {
  const at = wall(day, '12:00');
  const before = wall(day, '06:00');
  const fullest = (all: readonly Data[]): Data => all.find((data) => isFilled(data, trail)) ?? all[0] ?? {};
  if (collection === 'posts') {
    const post = await standingPost(world, fullest(fullPosts(world, at)), before);
    return { post, script: null, changed: { collection, id: post.id } };
  }
  if (collection === 'launch-scripts') {
    const made = await nightLaunch(world, fullest(fullScripts(world, day)), day);
    return { ...made, changed: { collection, id: made.script.id } };
  }
  const named = await somethingNamed(world, collection);
  if (!named) throw new Error(`Posts or scripts name ${collection} now: world.ts has to make one.`);
  const changed = { collection, id: named.doc.id };
  if (collection === 'cap-rules') {
    const [data = {}] = fullScripts({ ...world, rules: [named.doc] }, day);
    return { ...(await nightLaunch(world, data, day)), changed };
  }
  const post = await standingPost(world, { ...fullPosts(world, at)[0], ...named.data }, before);
  return { post, script: null, changed };
}

const isRefusal = (error: unknown): boolean =>
  [400, 403, 409].includes((error as { status?: number }).status ?? 0);

/** Takes the first value that is not refused; as a manager, then, where that changed nothing, as the system. */
async function change(world: World, { changed }: Trial, place: Place): Promise<Verdict['change']> {
  const { payload, team, others } = world;
  const [field] = place.trail;
  if (!field) throw new Error('A place has a field.');
  const before = await rowOf(payload, changed.collection, changed.id);
  const { req } = await contextFor(payload, team.manager, Date.now());
  const as = [{ req, user: req.user, overrideAccess: false }, {}];
  // The bytes of a file are changed by another file alone.
  const file = place.name === 'media.sha256' ? { file: await aPictureFile() } : {};
  const values = 'file' in file ? [undefined] : valuesInstead(place, before[field.name], others);
  let change: Verdict['change'] = 'refused';
  for (const who of as)
    for (const value of values) {
      const data = value === undefined ? {} : { [field.name]: value };
      try {
        await payload.update({ ...changed, ...who, ...file, data, depth: 0 } as never);
      } catch (error) {
        if (isRefusal(error)) continue;
        throw error;
      }
      const after = await rowOf(payload, changed.collection, changed.id);
      const [is, was] = [after, before].map((row) => JSON.stringify(row[field.name]));
      // Some are written anew at every write: never with what a door brings.
      const another = field.type === 'text' && value !== undefined && after[field.name] !== value;
      if (is !== was && !another) return 'made';
      change = 'kept';
      break;
    }
  return change;
}

const subjectIn = ({ post, script }: Trial): string =>
  script ? scriptSubjectOf(String(script.id)) : subjectOf(String(post.id));

const stored = async (world: World, { post, script }: Trial): Promise<Data> =>
  (await world.payload.findByID({
    collection: script ? 'launch-scripts' : 'posts',
    id: (script ?? post).id,
    depth: 0,
  })) as unknown as Data;

/** In what an entry of the log differs from what was approved, by name. */
function differences(release: Made, { view, n, contentHash }: ApprovalRecord): string[] {
  const { variantKey, content, feed, ...entry } = release as unknown as ReleaseEntry;
  const version = view?.versions.find(({ key }) => key === variantKey);
  const shownIn = view?.feeds.find(({ id }) => id === feed);
  const pairs: Record<string, [unknown, unknown]> = {
    approval: [entry.approval, n],
    contentHash: [entry.contentHash, contentHash],
    kind: [entry.kind, view?.kind],
    audience: [entry.audience, version?.audience],
    text: [content.text, version?.text],
    firstComments: [content.firstComments, version?.firstComments],
    images: [content.images.map(({ sha256 }) => sha256), version?.images],
    imageTexts: [content.images.map(({ alt }) => alt), version?.imageTexts],
    video: [content.video?.sha256 ?? null, version?.video],
    link: [content.link, version?.link],
    guidance: [content.guidance, view?.guidance],
    copyMode: [content.copyMode, view?.copyMode],
    feedName: [content.feedName, shownIn?.name],
    channel: [content.channel, shownIn?.channel],
    timezone: [content.timezone, shownIn?.timezone],
    expiresAt: [content.expiresAt && Date.parse(content.expiresAt), view?.expiresAt],
  };
  return Object.entries(pairs).flatMap(([name, [out, approved]]) =>
    isDeepStrictEqual(out, approved) ? [] : [name],
  );
}

/** What went out of a post: nothing, or each of its cards once, as the newest approval says. */
export async function outcomeOf(
  payload: Payload,
  post: Made['id'],
): Promise<'nothing' | 'as approved' | string> {
  const releases = await releasesOf(payload, post);
  if (releases.length === 0) return 'nothing';
  const approval = (await decisionsOn(payload, subjectOf(String(post)))).findLast(
    ({ decision }) => decision === 'approved',
  );
  if (!approval) return 'it went out, and nobody has approved it';
  const { versions = [], feeds = [] } = approval.view ?? {};
  const cards = new Set(releases.map(({ card }) => card)).size;
  const differ = [...new Set(releases.flatMap((release) => differences(release, approval)))];
  if (differ.length > 0) return `it went out otherwise than approved: ${differ.join(', ')}`;
  return cards === releases.length && cards === versions.length * feeds.length
    ? 'as approved'
    : `${releases.length} of its cards went out`;
}

/** @returns what keeps it from being approved, in words; null: it is approved */
export async function approveAnew(
  world: World,
  { post, script }: Pick<Trial, 'post' | 'script'>,
  now: number,
): Promise<string | null> {
  const { payload, team } = world;
  const editor = () => contextFor(payload, team.editor, now);
  const manager = () => contextFor(payload, team.otherManager, now);
  const acts = [
    ...(script ? [{ id: String(script.id), submit: submitScript, approve: approveScript }] : []),
    { id: String(post.id), submit, approve },
  ];
  for (const { id, submit, approve } of acts) {
    const asked = await submit(await editor(), { id });
    // The post of a script whose name did not change is approved still.
    if (!asked.ok && asked.status === 409) continue;
    if (!asked.ok) return asked.errors.map(({ message }) => message).join(' ');
    const contentHash = String(asked.value.contentHash);
    const approved = await approve(await manager(), { id, contentHash });
    if (!approved.ok) throw new Error(JSON.stringify(approved));
  }
  return null;
}

/** The approval has lapsed, the trail says by whom, the editor reads why, and nothing went out. */
async function hasLapsed(world: World, trial: Trial): Promise<string[]> {
  const newest = (await decisionsOn(world.payload, subjectIn(trial))).at(-1);
  const { status, statusReason } = await stored(world, trial);
  const says = trial.script !== null || String(statusReason ?? '').includes('重新提交');
  return [
    ...(newest?.decision === 'lapsed' && newest.byName === world.team.manager.name
      ? []
      : [`the trail ends with ${newest?.decision} by ${newest?.byName}`]),
    ...(status === 'draft' ? [] : [`its status is ${status}`]),
    ...(says ? [] : [`its editor reads “${statusReason}”`]),
  ];
}

const stillStands = async (world: World, trial: Trial): Promise<boolean> =>
  (await decisionsOn(world.payload, subjectIn(trial))).at(-1)?.decision === 'approved';

async function passAt(payload: Payload, now: number): Promise<void> {
  const { failed } = await runPass({ payload, now });
  expect(failed).toEqual([]);
}

export interface Trials {
  /** What can no longer be approved as it is then. */
  invalid: ReadonlySet<string>;
  /** Whether what has lapsed is approved anew. */
  anew: boolean;
}

/** Everything is cleared in between. */
const day = 11;

/**
 * Changes each of these places after an approval of its own, all on one day: one pass when they are due, one after
 * what had lapsed is approved anew.
 */
export async function tryEach(
  world: World,
  places: readonly Place[],
  { invalid, anew }: Trials,
): Promise<Verdict[]> {
  const { payload } = world;
  const tried: { trial: Trial; verdict: Verdict }[] = [];
  for (const place of places) {
    const trial = await trialOf(world, place, day);
    const made = await change(world, trial, place);
    const stands = await stillStands(world, trial);
    const wrong = stands ? [] : await hasLapsed(world, trial);
    tried.push({ trial, verdict: { place, change: made, stands, wrong } });
  }
  const due = Date.parse(wall(day, tried.some(({ trial }) => trial.script) ? '23:00' : '12:00'));
  await passAt(payload, due);
  const lapsed = tried.filter(({ verdict }) => !verdict.stands);
  for (const { trial, verdict } of lapsed)
    if ((await outcomeOf(payload, trial.post.id)) !== 'nothing')
      verdict.wrong.push('it went out although its approval had lapsed');
  const again: typeof lapsed = [];
  // Once for each field, whatever the way in which it changed.
  const firstWays = lapsed.filter(({ verdict: { place } }) => ['value', 'one more'].includes(place.way));
  for (const one of anew ? firstWays : []) {
    const problem = await approveAnew(world, one.trial, due);
    if ((problem !== null) !== invalid.has(one.verdict.place.name))
      one.verdict.wrong.push(problem ?? 'it can be approved anew, and is said to be invalid then');
    if (problem === null) again.push(one);
  }
  // What was moved to the next day goes out there.
  for (const now of [due + 20_000, due + 24 * hour]) await passAt(payload, now);
  for (const { trial, verdict } of again) {
    const outcome = await outcomeOf(payload, trial.post.id);
    if (outcome !== 'as approved') verdict.wrong.push(`approved anew: ${outcome}`);
  }
  await clearPosts(world);
  return tried.map(({ verdict }) => verdict);
}

/** Changes all these places of one collection under one approval, which is to stand through all of it. */
export async function tryTogether(world: World, places: readonly Place[]): Promise<Verdict[]> {
  const [first] = places;
  if (!first) return [];
  const trial = await trialOf(world, first, day);
  const verdicts: Verdict[] = [];
  for (const place of places) {
    const made = await change(world, trial, place);
    verdicts.push({ place, change: made, stands: await stillStands(world, trial), wrong: [] });
  }
  await clearPosts(world);
  return verdicts;
}
