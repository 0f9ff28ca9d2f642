import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { actorOf } from '@/access';
import type { Role } from '@/core/model';
import type { Context } from '@/server/context';
import { approve } from '@/server/posts/approve';
import { submit } from '@/server/posts/submit';

type Id = string | number;
export type Made = { id: Id } & Record<string, unknown>;

/** A small calm team: one feed, three segments of an exclusive dimension, an editor and two managers. */
export interface Team {
  feed: Made;
  segments: { fresh: Made; regular: Made; member: Made };
  editor: Made;
  manager: Made;
  otherManager: Made;
  staff: Made;
}

export const make = async (
  payload: Payload,
  collection: string,
  data: Record<string, unknown>,
): Promise<Made> =>
  (await payload.create({
    collection: collection as never,
    data: data as never,
    depth: 0,
  })) as unknown as Made;

let people = 0;

export async function aPerson(payload: Payload, name: string, roles: Role[]): Promise<Made> {
  people += 1;
  return make(payload, 'users', {
    name,
    username: `p${String(people).padStart(5, '0')}`,
    email: `p${people}@team.test`,
    password: 'a long test password',
    roles,
    active: true,
  });
}

type People = Pick<Team, 'editor' | 'manager' | 'otherManager' | 'staff'>;
const known = new WeakMap<Payload, Promise<People>>();

/** Passwords are slow to hash on purpose: a database gets its people once. */
function thePeople(payload: Payload): Promise<People> {
  const present = known.get(payload);
  if (present) return present;
  const making = (async () => ({
    editor: await aPerson(payload, '小编', ['editor']),
    manager: await aPerson(payload, '王主管', ['manager']),
    otherManager: await aPerson(payload, '李主管', ['manager']),
    staff: await aPerson(payload, '小林', ['staff']),
  }))();
  known.set(payload, making);
  return making;
}

export async function aTeam(payload: Payload): Promise<Team> {
  const { editor, manager, otherManager, staff } = await thePeople(payload);
  const lifecycle = await make(payload, 'segment-dimensions', {
    name: '生命周期',
    key: 'lifecycle',
    exclusive: true,
    changes: true,
  });
  const segment = (name: string, key: string) =>
    make(payload, 'segments', { name, key, dimension: lifecycle.id, wechatTag: name });
  const segments = {
    fresh: await segment('新客', 'fresh'),
    regular: await segment('老客', 'regular'),
    member: await segment('会员', 'member'),
  };
  const feed = await make(payload, 'feeds', {
    name: '总店朋友圈',
    channel: 'wechat-moments',
    timezone: 'Asia/Shanghai',
    // Where a test goes by the clock of the day, it goes by night too.
    quietHours: { from: null, to: null },
    members: [staff.id],
  });
  return { feed, segments, editor, manager, otherManager, staff };
}

/** A request and context on behalf of a person, at an instant. */
export async function contextFor(payload: Payload, person: Made, now: number): Promise<Context> {
  const user = {
    ...(await payload.findByID({ collection: 'users', id: person.id, depth: 0 })),
    collection: 'users',
  };
  const req: PayloadRequest = await createLocalReq({ user: user as never }, payload);
  const actor = actorOf(user);
  if (!actor) throw new Error('Nobody asks.');
  return {
    payload,
    req,
    actor: { ...actor, feeds: 'all' },
    actorName: String(person.name),
    locale: 'zh',
    now,
    clockProblem: null,
  };
}

/** Calm defaults: a sales post in one feed, for everyone. */
export const aPost = (team: Team, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: '新品燕麦',
  kind: 'sales',
  body: '早安，{{staff.name}} 今天推荐新品燕麦。',
  feeds: [team.feed.id],
  audience: { visibility: 'everyone' },
  ...more,
});

/** A draft written by the team's editor. */
export async function writePost(
  payload: Payload,
  team: Team,
  more: Record<string, unknown> = {},
): Promise<Made> {
  const { req } = await contextFor(payload, team.editor, Date.now());
  return (await payload.create({
    collection: 'posts',
    data: aPost(team, more) as never,
    overrideAccess: false,
    user: req.user,
    req,
    depth: 0,
  })) as unknown as Made;
}

/** Written and submitted by the editor, approved by the manager, at one instant. */
export async function approvedPost(
  payload: Payload,
  team: Team,
  more: Record<string, unknown>,
  now: number,
): Promise<Made> {
  const id = String((await writePost(payload, team, more)).id);
  const submitted = await submit(await contextFor(payload, team.editor, now), { id });
  if (!submitted.ok) throw new Error(JSON.stringify(submitted));
  const contentHash = String(submitted.value.contentHash);
  const outcome = await approve(await contextFor(payload, team.manager, now), { id, contentHash });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value as Made;
}

/** The release entries of a post, as the log has them. */
export const releasesOf = async (payload: Payload, post: Id): Promise<Made[]> =>
  (
    await payload.find({
      collection: 'releases',
      where: { post: { equals: String(post) }, type: { equals: 'release' } },
      limit: 100,
      depth: 0,
    })
  ).docs as unknown as Made[];

const cleared = [
  'posts',
  'approvals',
  'comments',
  'releases',
  'fences',
  'decision-log',
  'heartbeats',
  'notices',
  'cap-rules',
  'launch-scripts',
  'segments',
  'segment-dimensions',
  'feeds',
  'pools',
  'products',
] as const;

/** Empties a database but for its people, whose passwords are slow to hash. */
export async function clearWork(payload: Payload): Promise<void> {
  for (const collection of cleared) await payload.db.deleteMany({ collection, where: {} });
}
