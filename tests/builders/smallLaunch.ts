import type { Payload } from 'payload';
import { actorWithFeeds } from '@/access';
import type { Context } from '@/server/context';
import { approveScript } from '@/server/launches/approve';
import { type FromTemplate, scriptFromTemplate } from '@/server/launches/fromTemplate';
import { reviewOfScript, type ScriptReview } from '@/server/launches/review';
import { submitScript } from '@/server/launches/submit';
import type { Outcome } from '@/server/outcome';
import { aPerson, aTeam, clearWork, contextFor, type Made, make, type Team } from './team';

export const launchAt = Date.parse('2035-11-11T20:00:00+08:00');
export const day = 86_400_000;
/** When people make and approve it, where nothing else is said. */
export const now = launchAt - 20 * day;
/** An instant by the clock of Shanghai. */
export const at = (text: string): number => Date.parse(`${text}+08:00`);

export const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
};

export type StepPost = Made & { scheduledAt: string; launchStep: string; status: string };

/** A week before, on the eve, at the launch, an hour later in groups, three days after. */
export const steps = [
  {
    key: 'hint',
    title: '猜猜看',
    kind: 'interaction',
    offsetDays: -7,
    time: '20:00',
    channels: ['wechat-moments'],
    body: '{{launch.time}}见',
    copyMode: 'example',
    staffGuidance: '用自己的话说',
  },
  {
    key: 'eve',
    title: '明天开售',
    kind: 'sales',
    offsetDays: -1,
    time: '20:30',
    channels: ['wechat-moments'],
    body: '{{product.name}}{{launch.time}}开售，还有 {{launch.countdown}}',
    variants: [
      { key: 'regular', body: '老客先买，{{launch.time}}见' },
      { key: 'member', body: '会员价 {{product.price}} 元' },
    ],
  },
  {
    key: 'sale',
    title: '开售',
    kind: 'sales',
    offsetMinutes: 0,
    channels: ['wechat-moments', 'group'],
    body: '{{product.name}}开售，{{product.price}} 元',
    firstComments: [{ text: '{{product.link}}' }],
  },
  { key: 'hour', title: '一小时后', kind: 'sales', offsetMinutes: 60, channels: ['group'], body: '还在卖' },
  {
    key: 'after',
    title: '谢谢',
    kind: 'persona',
    offsetDays: 3,
    time: '12:00',
    channels: ['wechat-moments'],
    body: '谢谢大家',
  },
];

/** Teams stay when a database is emptied, and each has a name of its own. */
let teams = 0;

/**
 * A team with a product, and a launch of five steps that its editor makes and its manager approves, on an emptied
 * database.
 */
export async function smallLaunch(payload: Payload) {
  await clearWork(payload);
  const team: Team = await aTeam(payload);
  const product = await make(payload, 'products', {
    name: '燕麦能量棒',
    price: 39.9,
    link: 'https://shop.test/1',
  });
  const as = (person: Made, when = now) => contextFor(payload, person, when);
  /** As a person writes it, through the guards of every door. */
  const write = async (person: Made, collection: string, data: Record<string, unknown>): Promise<Made> => {
    const { req } = await as(person);
    const own = { overrideAccess: false, user: req.user, req, depth: 0 } as const;
    return (await payload.create({
      collection: collection as never,
      data: data as never,
      ...own,
    })) as unknown as Made;
  };
  const edit = async (
    id: unknown,
    data: Record<string, unknown>,
    { person = team.editor, collection = 'posts' }: { person?: Made; collection?: string } = {},
  ): Promise<Made> => {
    const { req } = await as(person);
    const own = { overrideAccess: false, user: req.user, req, depth: 0 } as const;
    return (await payload.update({
      collection: collection as never,
      id: id as never,
      data: data as never,
      ...own,
    })) as unknown as Made;
  };
  const aTemplate = (more: Record<string, unknown> = {}, person = team.editor): Promise<Made> =>
    write(person, 'launch-templates', {
      name: '小发售',
      phases: [
        {
          key: 'tease',
          name: '引发兴趣',
          required: true,
          kinds: ['interaction', 'persona'],
          steps: steps.slice(0, 1),
        },
        { key: 'on-sale', name: '开售', maxSales: 3, minGapMinutes: 30, steps: steps.slice(1, 4) },
        { key: 'review', name: '复盘', steps: steps.slice(4) },
      ],
      ...more,
    });
  const made = async (more: Partial<FromTemplate> = {}, given?: Made): Promise<Made> => {
    const template = given ?? (await aTemplate());
    return value(
      await scriptFromTemplate(await as(team.editor), {
        template: String(template.id),
        product: String(product.id),
        offer: null,
        launchAt,
        timezone: 'Asia/Shanghai',
        feeds: [String(team.feed.id)],
        segments: null,
        ...more,
      }),
    ) as Made;
  };
  const review = async (script: Made, person = team.editor, when = now): Promise<ScriptReview> =>
    value(await reviewOfScript(await as(person, when), String(script.id)));
  const postsOf = async (script: Made): Promise<StepPost[]> => {
    const { docs } = await payload.find({
      collection: 'posts',
      where: { launchScript: { equals: script.id } },
      sort: 'scheduledAt',
      pagination: false,
      depth: 0,
    });
    return docs as unknown as StepPost[];
  };
  const approved = async (script: Made): Promise<Made> => {
    value(await submitScript(await as(team.editor), { id: String(script.id) }));
    const { contentHash } = await review(script, team.manager);
    return value(await approveScript(await as(team.manager), { id: String(script.id), contentHash })) as Made;
  };
  /** One more post, of the editor's own. */
  const add = (data: Record<string, unknown>, person = team.editor): Promise<Made> =>
    write(person, 'posts', {
      title: '外加',
      kind: 'persona',
      body: '外加的一条',
      feeds: [team.feed.id],
      audience: { visibility: 'everyone' },
      ...data,
    });
  const duplicate = async (id: unknown, collection = 'posts'): Promise<Made> => {
    const { req } = await as(team.editor);
    const own = { overrideAccess: false, user: req.user, req, depth: 0 } as const;
    const asked = { collection: collection as never, id: id as never, ...own };
    return (await payload.duplicate(asked)) as unknown as Made;
  };
  /** Somebody of a team, with exactly the feeds of that team. */
  const memberOf = async (of: Made, role: 'editor' | 'manager'): Promise<Context> => {
    const person = await aPerson(payload, '队员', [role]);
    await payload.update({ collection: 'users', id: person.id, data: { team: of.id } as never });
    const ctx = await as(person);
    return { ...ctx, actor: (await actorWithFeeds(ctx.req)) as Context['actor'] };
  };
  const twoTeams = async () => {
    const ofTeam = async (name: string) => {
      teams += 1;
      const own = await make(payload, 'teams', { name: `${name}队 ${teams}` });
      const feed = await make(payload, 'feeds', {
        name: `${name}圈`,
        channel: 'wechat-moments',
        timezone: 'Asia/Shanghai',
        teams: [own.id],
        quietHours: { from: null, to: null },
      });
      return { own, feed };
    };
    const [a, b] = [await ofTeam('甲'), await ofTeam('乙')];
    return { a: a.own, b: b.own, feedA: a.feed, feedB: b.feed };
  };
  return {
    ...{
      payload,
      team,
      product,
      as,
      write,
      edit,
      aTemplate,
      made,
      review,
      postsOf,
      approved,
      add,
      duplicate,
    },
    ...{ memberOf, twoTeams },
  };
}

export type SmallLaunch = Awaited<ReturnType<typeof smallLaunch>>;

/** What most tests of a launch do, in the world that stands when they do it. */
export const actsIn = (
  world: () => SmallLaunch,
): Pick<SmallLaunch, 'as' | 'made' | 'review' | 'postsOf' | 'approved'> => ({
  as: (...given) => world().as(...given),
  made: (...given) => world().made(...given),
  review: (...given) => world().review(...given),
  postsOf: (...given) => world().postsOf(...given),
  approved: (...given) => world().approved(...given),
});
