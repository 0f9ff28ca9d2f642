import type { Payload } from 'payload';
import { beforeEach, expect, inject, it } from 'vitest';
import { completeOpenFences } from '@/server/fences/complete';
import { acts, type LaunchAct } from '../builders/launchActs';
import { aTeam, clearWork, type Made, make, type Team } from '../builders/team';
import { describeEachDatabase, type EachDatabase } from '../setup';
import { startChild } from '../setup/child';
import { firstSeed, soaking, times } from './counts';
import { randomFrom } from './world';

const launchAt = Date.parse('2035-11-11T20:00:00+08:00');
const day = 86_400_000;
const now = launchAt - 20 * day;
const kills = times({ few: 2, full: 40 });

describeEachDatabase('a launch', (app: EachDatabase) => {
  let payload: Payload;
  let team: Team;
  let template: Made;
  const random = randomFrom(firstSeed);

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    template = await make(payload, 'launch-templates', {
      name: '五步',
      phases: [
        {
          key: 'on-sale',
          steps: [-3, -2, -1, 0, 1].map((offsetDays) => ({
            key: `d${offsetDays}`,
            title: `第 ${offsetDays} 天`,
            kind: 'persona',
            offsetDays,
            time: '20:00',
            channels: ['wechat-moments'],
            body: '{{launch.time}}见',
            variants: [{ key: 'regular', body: `老客 ${offsetDays}` }],
          })),
        },
      ],
    });
  });

  /** All that is stored of the script of a name, without what every run has of its own. */
  async function stored(name: string): Promise<unknown> {
    const scripts = await payload.find({
      collection: 'launch-scripts',
      where: { name: { equals: name } },
      pagination: false,
      depth: 0,
      joins: false,
    });
    const [script] = scripts.docs;
    if (!script) return { scripts: 0, posts: (await postsOf(name)).length };
    const posts = await payload.find({
      collection: 'posts',
      where: { launchScript: { equals: script.id } },
      sort: 'launchStep',
      pagination: false,
      depth: 0,
    });
    const decisions = await payload.find({
      collection: 'approvals',
      where: {
        subject: { in: [`launch-scripts:${script.id}`, ...posts.docs.map(({ id }) => `posts:${id}`)] },
      },
      sort: ['n', 'decision'],
      pagination: false,
      depth: 0,
    });
    return {
      scripts: scripts.docs.length,
      status: script.status,
      launchAt: script.launchAt,
      steps: script.phases?.flatMap(({ steps }) => (steps ?? []).map(({ key, body }) => [key, body])),
      posts: posts.docs.map(({ launchStep, status, scheduledAt, body, variants }) => [
        launchStep,
        status,
        scheduledAt,
        body,
        variants?.map(({ body: own }) => own),
      ]),
      decisions: decisions.docs.map(({ subject, n, decision }) => [subject.split(':')[0], n, decision]),
    };
  }

  /** Posts of launches whose script is not there. */
  const postsOf = async (_: string) => {
    const { docs } = await payload.find({
      collection: 'posts',
      where: { launchStep: { exists: true } },
      pagination: false,
      depth: 0,
    });
    const scripts = await payload.find({
      collection: 'launch-scripts',
      pagination: false,
      depth: 0,
      joins: false,
    });
    const known = new Set(scripts.docs.map(({ id }) => id));
    return docs.filter(({ launchScript }) => !launchScript || !known.has(launchScript as never));
  };

  interface Play {
    act: LaunchAct;
    person: 'editor' | 'manager';
    before: readonly LaunchAct[];
  }
  const plays: readonly Play[] = [
    { act: 'make', person: 'editor', before: [] },
    { act: 'approve', person: 'manager', before: ['make', 'submit'] },
    { act: 'move', person: 'editor', before: ['make', 'submit', 'approve'] },
    { act: 'cancel', person: 'editor', before: ['make', 'submit', 'approve'] },
  ];

  const asked = (act: LaunchAct, name: string, script: string) => ({
    person: String((act === 'approve' ? team.manager : team.editor).id),
    now,
    script,
    template: String(template.id),
    name,
    feeds: [String(team.feed.id)],
    launchAt: act === 'move' ? launchAt + 2 * day : launchAt,
  });

  async function until(before: readonly LaunchAct[], name: string): Promise<string> {
    let script = '';
    for (const act of before) script = await acts[act](payload, asked(act, name, script));
    return script;
  }

  // Each is one transaction; a soak kills all of them on both databases.
  const played = plays.filter(({ act }) => soaking || app.kind === 'sqlite' || act === 'move');

  it.each(played)(
    'killed at any call of the database while one is to $act: it is as before, or as after',
    {
      timeout: 1_800_000,
    },
    async ({ act, before }) => {
      console.info(`SOAK_SEED=${firstSeed}`);
      const run = async (name: string, death: string[]) => {
        const script = await until(before, name);
        const was = await stored(name);
        const { person, now: when, ...rest } = asked(act, name, script);
        const child = startChild(
          'launch',
          app.booted.url,
          inject('runDirectory'),
          act,
          person,
          String(when),
          JSON.stringify(rest),
          ...death,
        );
        await child.exited;
        await completeOpenFences(payload);
        const line = child.lines.find((one) => one.startsWith('done '));
        const [, calls = '0', writes = '0'] = line?.split(' ') ?? [];
        return { script, was, is: await stored(name), calls: Number(calls), writes: Number(writes), child };
      };
      const whole = await run('不死', []);
      expect(whole.calls, whole.child.errors()).toBeGreaterThan(10);
      expect(whole.is).not.toEqual(whole.was);
      let cut = 0;
      for (let n = 0; n < kills; n += 1) {
        // Between two writes it could be left half done; anywhere else something that nobody thought of.
        const kinds = n % 2 === 0 ? 'writes' : 'calls';
        const at = 1 + Math.floor(random() * whole[kinds]);
        const when = random() < 0.5 ? 'before' : 'after';
        const name = `${act}-${n}`;
        const { script, was, is } = await run(name, [kinds, String(at), when]);
        expect([was, whole.is], `${act} killed ${when} ${kinds} ${at} of ${whole[kinds]}`).toContainEqual(is);
        expect(await postsOf(name), 'posts without their script').toEqual([]);
        if (JSON.stringify(is) !== JSON.stringify(was)) continue;
        cut += 1;
        await acts[act](payload, asked(act, name, script));
        expect(await stored(name)).toEqual(whole.is);
      }
      console.info(`${act}: ${cut} of ${kills} kills left it as before, ${kills - cut} as after.`);
    },
  );
});
