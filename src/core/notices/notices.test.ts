import { describe, expect, it } from 'vitest';
import type { FeedId } from '../model';
import {
  type Digest,
  digestsOf,
  isDigestTime,
  leaseMs,
  mayStillRead,
  nextTry,
  type Reader,
  roundAt,
  type Subject,
  urgentOnes,
  type World,
} from './index';

const zone = 'Asia/Shanghai';
const at = (wall: string, day = '2035-11-23') => Date.parse(`${day}T${wall}:00+08:00`);
const now = at('10:00');
const minute = 60_000;

const aPost = (more: Partial<Subject> = {}): Subject => ({
  type: 'post',
  id: '1',
  title: '新品燕麦',
  status: 'in-review',
  due: at('11:00'),
  until: at('13:00'),
  zone,
  feeds: ['A' as FeedId],
  submission: { n: 1, at: at('09:30'), byName: '小编' },
  changedBy: ['editor'],
  script: null,
  changed: 0,
  ...more,
});
const aScript = (more: Partial<Subject> = {}): Subject =>
  aPost({ type: 'script', title: '新品上市', until: null, ...more });

const aReader = (id: string, more: Partial<Reader> = {}): Reader => ({
  id,
  roles: ['manager'],
  active: true,
  team: null,
  feeds: 'all',
  locale: 'zh',
  ...more,
});
const manager = aReader('manager');
const editor = aReader('editor', { roles: ['editor'] });

const world = (subjects: Subject[], people: Reader[] = [manager, editor]): World => ({
  subjects,
  people,
  approverMustDiffer: true,
});
const urgent = (subjects: Subject[], more: { people?: Reader[]; told?: string[]; when?: number } = {}) =>
  urgentOnes(world(subjects, more.people), { now: more.when ?? now, told: new Set(more.told ?? []) });

describe('at once', () => {
  it('1: due within two hours, the two hours included', () => {
    const due = (when: number) => urgent([aPost({ due: when, until: null })]).length;
    expect([due(at('12:00')), due(at('12:00') + 1)]).toEqual([1, 0]);
    expect(urgent([aPost({ due: null })])).toEqual([]);
    expect(urgent([aPost({ status: 'draft' }), aPost({ status: 'changes-requested' })])).toEqual([]);
  });

  it('1: told to who may decide on it: active, for all of its feeds, not for own changes', () => {
    const team = { team: 'T', feeds: ['A' as FeedId] };
    const people = [
      manager,
      aReader('own-team', team),
      aReader('other-team', { team: 'U', feeds: ['B' as FeedId] }),
      aReader('gone', { active: false }),
      aReader('wrote-it'),
      aReader('admin', { roles: ['admin'] }),
      editor,
    ];
    const told = (more: Partial<Subject>) =>
      urgent([aPost({ changedBy: ['wrote-it'], ...more })], { people })[0]?.to;
    expect(told({})).toEqual(['manager', 'own-team']);
    expect(told({ feeds: ['A', 'B'] as FeedId[] })).toEqual(['manager']);
    const all = { ...world([aPost({ changedBy: ['wrote-it'] })], people), approverMustDiffer: false };
    expect(urgentOnes(all, { now, told: new Set() })[0]?.to).toContain('wrote-it');
  });

  it('2: once for each submission, wherever its time moves', () => {
    const [first] = urgent([aPost()]);
    expect(first).toMatchObject({ key: 'urgent:posts:1:1', reason: 'due-within-two-hours' });
    const told = [first?.key ?? ''];
    expect(urgent([aPost({ due: at('10:30') })], { told })).toEqual([]);
    const again = aPost({ submission: { n: 4, at: now, byName: '小编' } });
    expect(urgent([again], { told }).map(({ key }) => key)).toEqual(['urgent:posts:1:4']);
  });

  it('3: overdue until it cannot be approved any more, that instant included', () => {
    const over = (until: number) => urgent([aPost({ due: at('09:00'), until })]);
    expect(over(now)[0]?.reason).toBe('overdue');
    expect(over(now - 1)).toEqual([]);
  });

  it('4: a post of a script in review is told through the script', () => {
    const script = aScript({ id: '7' });
    const post = aPost({ script: '7' });
    expect(urgent([post, script]).map(({ key }) => key)).toEqual(['urgent:launch-scripts:7:1']);
    // Submitted by itself while its script is still written, it waits by itself.
    expect(urgent([post, { ...script, status: 'draft' }]).map(({ key }) => key)).toEqual([
      'urgent:posts:1:1',
    ]);
  });

  it('10: in the order of their due times, whatever the order they come in', () => {
    const posts = [aPost({ id: '10' }), aPost({ id: '9' }), aPost({ id: '2', due: at('10:30') })];
    const ids = (list: Subject[]) => urgent(list).map(({ subject }) => subject.id);
    expect(ids(posts)).toEqual(['2', '9', '10']);
    expect(ids([...posts].reverse())).toEqual(['2', '9', '10']);
  });
});

describe('the times of the digest', () => {
  const times = ['09:00', '17:00'];
  const round = (when: number, more: Partial<{ times: string[]; zone: string }> = {}) =>
    roundAt(when, { times, zone, ...more })?.key ?? null;

  it('5: at the wall times of the settings, in the zone of the team', () => {
    expect(round(at('08:59') + 59_999)).toBeNull();
    expect(round(at('09:00'))).toBe('digest:2035-11-23T09:00');
    expect(round(at('17:00'))).toBe('digest:2035-11-23T17:00');
    expect(round(Date.parse('2035-11-23T17:00:00Z'), { zone: 'Europe/London' })).toBe(
      'digest:2035-11-23T17:00',
    );
    expect(round(at('09:00'), { times: [] })).toBeNull();
  });

  it('5: the wall time stays where clocks change', () => {
    const newYork = (day: string, wall: string) =>
      round(Date.parse(`${day}T${wall}:00Z`), { zone: 'America/New_York' });
    expect(newYork('2035-03-10', '14:00')).toBe('digest:2035-03-10T09:00');
    expect(newYork('2035-03-11', '13:00')).toBe('digest:2035-03-11T09:00');
    expect(newYork('2035-03-11', '12:59')).toBeNull();
  });

  it('6: none at night, whatever is set', () => {
    expect(round(at('22:30'), { times: ['21:30'] })).toBeNull();
    expect(round(at('21:59'), { times: ['21:30'] })).toBe('digest:2035-11-23T21:30');
    expect(round(at('23:30'), { times: ['23:00'] })).toBeNull();
    expect(round(at('07:30'), { times: ['23:00', '07:00'] })).toBeNull();
    expect(['07:29', '07:30', '21:59', '22:00', '9:00', ''].map(isDigestTime)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
    const night = at('23:30');
    expect(urgent([aPost({ due: night + minute, until: null })], { when: night })).toHaveLength(1);
  });

  it('7: more than two hours late it is left to the next one', () => {
    expect(round(at('11:00'))).toBe('digest:2035-11-23T09:00');
    expect(round(at('11:00') + 1)).toBeNull();
  });
});

describe('the digest', () => {
  const since = at('17:00', '2035-11-22');
  const tomorrow = at('20:00', '2035-11-24');
  const nextWeek = at('20:00', '2035-11-30');
  const digests = (
    subjects: Subject[],
    more: Partial<Parameters<typeof digestsOf>[1]> & { people?: Reader[] } = {},
  ) => digestsOf(world(subjects, more.people), { now, since, notes: [], returned: [], ...more });
  const of = (to: string, list: Digest[]) => list.find((digest) => digest.to === to);
  const ids = (lines: { subject: { id: string } }[] = []) => lines.map(({ subject }) => subject.id);
  const far = (more: Partial<Subject> = {}) => aPost({ due: nextWeek, until: null, ...more });

  it('9: first what is due within 24 hours: for deciders what is in review, for editors what is not submitted too', () => {
    const subjects = [
      aPost({ id: 'review', due: at('20:00'), until: null }),
      aPost({ id: 'draft', due: at('21:00'), until: null, status: 'draft', submission: null }),
      aPost({ id: 'returned', due: at('19:00'), until: null, status: 'changes-requested' }),
      aPost({ id: 'later', due: tomorrow, until: null }),
      aPost({ id: 'later-draft', due: tomorrow, until: null, status: 'draft' }),
    ];
    const list = digests(subjects);
    expect(ids(of('manager', list)?.due)).toEqual(['review']);
    expect(ids(of('manager', list)?.waiting)).toEqual(['later']);
    expect(ids(of('editor', list)?.due)).toEqual(['returned', 'review', 'draft']);
    expect(of('editor', list)?.due.map(({ act }) => act)).toEqual(['write', 'write', 'write']);
    expect(ids(of('editor', list)?.waiting)).toEqual([]);
  });

  it('9: 24 hours are included, and what can go out no more is no warning', () => {
    const due = (when: number, until: number | null = null) =>
      digests([aPost({ due: when, until })]).flatMap(({ due: lines }) => lines).length;
    expect(due(now + 24 * 60 * minute)).toBeGreaterThan(0);
    expect(due(now + 24 * 60 * minute + 1)).toBe(0);
    expect(due(at('08:00'), now - 1)).toBe(0);
  });

  it('9: what was returned and noted since, to each his own', () => {
    const returned = (to: string, when: number) => ({
      ...{ subject: aPost(), to, byName: '王主管' },
      at: when,
    });
    const words = { zh: { subject: '提到您', text: '' }, en: { subject: 'You', text: '' } };
    const note = (id: string, to: string) => ({ id, to, at: now, words, link: '/admin', about: [] });
    const list = digests([], {
      returned: [returned('editor', since + 1), returned('editor', since), returned('manager', since)],
      notes: [note('2', 'manager'), note('1', 'manager'), note('3', 'gone')],
    });
    expect(list.map(({ to }) => to)).toEqual(['manager', 'editor']);
    expect(of('editor', list)?.returned).toHaveLength(1);
    expect(of('manager', list)?.notes.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('10: by due time, what has none last, then by subject', () => {
    const subjects = [
      far({ id: '3', due: null }),
      far({ id: '10' }),
      far({ id: '9' }),
      far({ id: '1', due: nextWeek - 1 }),
    ];
    expect(ids(of('manager', digests(subjects))?.waiting)).toEqual(['1', '9', '10', '3']);
    expect(digests([...subjects].reverse())).toEqual(digests(subjects));
  });

  it('11: what merely still waits is no news, but is counted in with what is', () => {
    const old = far({ id: 'old', submission: { n: 1, at: since, byName: null } });
    expect(digests([old])).toEqual([]);
    const fresh = far({ id: 'new', submission: { n: 1, at: since + 1, byName: null } });
    expect(ids(of('manager', digests([old, fresh]))?.waiting)).toEqual(['new', 'old']);
  });

  it('12: the group is told what waits for a decision, and no drafts', () => {
    const draft = aPost({ id: 'draft', status: 'draft', due: at('20:00'), until: null });
    expect(of('group', digests([draft]))).toBeUndefined();
    const group = of('group', digests([draft, aPost({ id: 'review' }), far({ id: 'later' })]));
    expect([ids(group?.due), ids(group?.waiting), group?.notes]).toEqual([['review'], ['later'], []]);
  });

  it('4: drafts of a script that is not approved are told through it', () => {
    const script = aScript({ id: '7', status: 'draft', due: at('20:00'), submission: null });
    const step = aPost({ id: '1', script: '7', status: 'draft', due: at('20:00'), until: null });
    expect(of('editor', digests([step, script]))?.due.map(({ subject }) => subject.type)).toEqual(['script']);
    expect(of('editor', digests([step]))?.due).toHaveLength(1);
  });
});

describe('what somebody may no longer read', () => {
  const reader = aReader('reader', { team: 'T', feeds: ['A' as FeedId] });
  const present = new Map([
    ['posts:1', { type: 'posts' as const, feeds: ['A', 'B'] }],
    ['posts:2', { type: 'posts' as const, feeds: ['B'] }],
    ['launch-scripts:3', { type: 'launch-scripts' as const, feeds: [] }],
  ]);

  it('16: is not told: of another team, gone, or one among several', () => {
    const may = (...about: string[]) => mayStillRead(reader, about, present);
    expect([may('posts:1'), may('launch-scripts:3'), may('posts:1', 'launch-scripts:3')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([may('posts:2'), may('posts:9'), may('posts:1', 'posts:2')]).toEqual([false, false, false]);
  });

  it('16: nor to who is no longer one who plans; what is about nothing is told to anybody', () => {
    const staff = aReader('staff', { roles: ['staff'] });
    expect([staff, undefined].map((one) => mayStillRead(one, ['launch-scripts:3'], present))).toEqual([
      false,
      false,
    ]);
    expect(mayStillRead(undefined, [], present)).toBe(true);
  });
});

describe('steps of an approved script that were changed and wait', () => {
  const script = aScript({
    id: '7',
    changed: 2,
    due: at('11:00'),
    submission: { n: 3, at: 3, byName: '小编' },
  });
  const of = (to: string, digests: Digest[]) => digests.find((digest) => digest.to === to);
  const steps = ['1', '2'].map((id) => aPost({ id, script: '7' }));

  it('4: are told as their script, once for each submission; to the group too', () => {
    const [one, ...more] = urgent([...steps, script]);
    expect([one?.subject.id, one?.subject.type, one?.to, one?.group, more]).toEqual([
      '7',
      'script',
      ['manager'],
      true,
      [],
    ]);
    expect(urgent([...steps, script], { told: [one?.key ?? ''] })).toEqual([]);
    const told = [one?.key ?? ''];
    const again = steps.map((post) => ({ ...post, submission: { n: 4, at: 4, byName: null } }));
    expect(urgent([...again, script], { told })).toHaveLength(1);
    // A later one comes beside it: nothing is more urgent than before. With the first gone it is the one to tell of.
    const later = aPost({
      id: '0',
      script: '7',
      due: at('11:30'),
      submission: { n: 9, at: now, byName: null },
    });
    expect(urgent([later, ...steps, script], { told })).toEqual([]);
    expect(urgent([later, script], { told })).toHaveLength(1);
    const group = of(
      'group',
      digestsOf(world([...steps, script]), { now, since: 0, returned: [], notes: [] }),
    );
    expect(group?.due.map(({ subject }) => subject.type)).toEqual(['script']);
  });

  it('4: as posts to who may not decide on all of the script, and not to the group', () => {
    const own = aReader('own', { team: 'T', feeds: ['A' as FeedId] });
    const whole = { ...script, feeds: ['A', 'B'] as FeedId[] };
    const found = urgent([...steps, whole], { people: [manager, own] });
    expect(found.map(({ subject, to, group }) => [subject.type, subject.id, to, group])).toEqual([
      ['post', '1', ['own'], false],
      ['post', '2', ['own'], false],
      ['script', '7', ['manager'], true],
    ]);
    const told = digestsOf(world([...steps, whole], [manager, own]), {
      ...{ now, since: 0, returned: [], notes: [] },
    });
    expect(of('own', told)?.due.map(({ subject }) => subject.type)).toEqual(['post', 'post']);
  });

  it('4: as posts to who changed one of them, and that one not', () => {
    const [own, other] = steps.map((post, n) => (n === 0 ? { ...post, changedBy: ['manager'] } : post));
    const whole = { ...script, changedBy: ['editor', 'manager'] };
    const subjects = [own, other, whole].flatMap((one) => one ?? []);
    const told = (all: Subject[]) =>
      urgent(all, { people: [manager, aReader('second')] }).map(({ subject, to }) => [
        subject.type,
        subject.id,
        to,
      ]);
    expect(told(subjects)).toEqual([
      ['post', '2', ['manager']],
      ['script', '7', ['second']],
    ]);
    expect(
      of('manager', digestsOf(world(subjects), { now, since: 0, returned: [], notes: [] }))?.due.map(
        ({ subject }) => subject.id,
      ),
    ).toEqual(['2']);
  });

  it('4: its drafts are still told by themselves', () => {
    const draft = aPost({ id: '3', script: '7', status: 'draft' });
    const told = digestsOf(world([...steps, draft, script]), { now, since: 0, returned: [], notes: [] });
    expect(of('editor', told)?.due.map(({ subject }) => subject.id)).toEqual(['3', '7']);
  });
});

describe('delivery', () => {
  it('13: again after 1, 5, 30 and 30 minutes, then given up; each after the lease of the one before', () => {
    const waits = [1, 2, 3, 4, 5].map((tries) => nextTry(tries, now));
    expect(waits).toEqual([now + minute, now + 5 * minute, now + 30 * minute, now + 30 * minute, null]);
    expect(leaseMs).toBe(2 * minute);
  });
});
