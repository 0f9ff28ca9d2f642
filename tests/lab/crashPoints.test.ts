import { describe, expect, it } from 'vitest';
import { befalling, explained, type Order, runLab, type Scenario } from './lab';
import type { Store } from './model/store';
import type { Fault } from './simulation';
import { addPost, aTeam, firstDay, hour, type LabWorld, momentsOf } from './world';

const noon = firstDay + 12 * hour;

/** One post in five feeds of three pools, and two that share its pools and meet a cap, all at noon. */
const world = (store: Store): LabWorld => {
  const team = aTeam(store, 2);
  const ids = team.feeds.map(({ id }) => id);
  const post = (title: string, feeds: unknown[], more: Record<string, unknown> = {}) =>
    addPost(
      store,
      {
        title,
        body: title,
        feeds,
        scheduledAt: new Date(noon).toISOString(),
        product: team.product.id,
        ...more,
      },
      true,
    );
  const posts = [
    post('五处', ids),
    post('顺延', ids.slice(0, 1)),
    post('跳过', ids.slice(0, 3), { onConflict: 'skip' }),
  ];
  return { ...team, posts, moments: momentsOf(posts) };
};

const order = (what: Order['what'], post: number, after = 0): Order => ({ at: noon + after, what, post });

const deaths: readonly Fault[] = ['die-before', 'die-after'];
const faults: readonly Fault[] = [...deaths, 'busy', 'lost', 'unanswered', 'overdue', 'sleep'];
/** A soak takes everything everywhere. */
const soak = process.env.SOAK_RUNS !== undefined;
const ofPeople = soak ? faults : deaths;
const stride = soak ? 1 : 12;

/** Runs a scenario once for each call of a process and each thing that can befall it. */
async function eachCall(scenario: Scenario, process: string, kinds: readonly Fault[]): Promise<number> {
  const calm = await runLab({ ...scenario, fault: () => () => null });
  expect(calm.findings).toEqual([]);
  expect(calm.released).toBeGreaterThan(0);
  const calls = calm.calls.get(process) ?? 0;
  expect(calls).toBeGreaterThan(10);
  for (let n = 1; n <= calls; n += 1) {
    for (const kind of kinds) {
      const said = await explained({ ...scenario, fault: () => befalling(process, n, kind) });
      if (said) expect.fail(`${kind} at call ${n} of ${process}\n${said}`);
    }
  }
  return calls;
}

describe.each(['one-writer', 'snapshots'] as const)('each crash point, one by one (%s)', (isolation) => {
  const scenario = (editors: Scenario['editors'], seed = 5): Scenario => ({
    seed,
    isolation,
    world,
    schedulers: 2,
    editors: editors ?? [],
  });
  const timeout = { timeout: soak ? 3_600_000 : 300_000 };

  it('of a scheduler that releases, beside another', timeout, async () => {
    await eachCall(scenario([]), 'scheduler 1', faults);
  });

  it.each(['withdraw', 'edit', 'move', 'limit', 'stop', 'feed'] as const)(
    'of a person whose %s meets a release',
    timeout,
    async (what) => {
      // Of that seed the new limit leaves room for a release.
      await eachCall(scenario([[order(what, 0)]], what === 'limit' ? 6 : 5), 'editor 1', ofPeople);
    },
  );

  it.each(['recall', 'release now', 'drop', 'withdraw'] as const)(
    'of a person whose %s comes after a release',
    timeout,
    async (what) => {
      await eachCall(scenario([[order(what, 0, hour)]]), 'editor 1', ofPeople);
    },
  );

  it(
    'between a change, its fence and each void, with a scheduler asleep over all of it',
    timeout,
    async () => {
      const edit = scenario([[order('edit', 0)]]);
      const calm = await runLab({ ...edit, fault: () => () => null });
      const [people = 0, passes = 0] = [calm.calls.get('editor 1'), calm.calls.get('scheduler 1')];
      for (let n = 1; n <= people; n += 1) {
        for (let asleep = 1 + (n % stride); asleep <= passes; asleep += stride) {
          const fault = () => {
            const killed = befalling('editor 1', n, 'die-after');
            const sleeping = befalling('scheduler 1', asleep, 'sleep');
            return (call: Parameters<typeof killed>[0]) => killed(call) ?? sleeping(call);
          };
          const said = await explained({ ...edit, fault });
          if (said) expect.fail(`killed at ${n}, asleep at ${asleep}\n${said}`);
        }
      }
    },
  );
});
