import { describe, expect, it } from 'vitest';
import type { Actor } from '../abilities';
import type { FeedId, Role } from '../model';
import {
  askingAt,
  matching,
  mentionedIn,
  partsOf,
  plainText,
  stillNamed,
  withMentions,
  withPerson,
} from './mentions';
import { mayRead } from './readers';
import { calledOff, type ThreadComment, type ThreadDecision, threadOf, unanswered } from './thread';

const wang = { id: '12', name: '王小' };
const ming = { id: '3', name: '王小明' };

describe('a mention', () => {
  it('2: is stored as an id and shown as the present name', () => {
    const stored = withMentions('@王小明 和 @王小 看一下', [wang, ming]);
    expect(stored).toBe('@[3] 和 @[12] 看一下');
    expect(plainText(stored, [wang, { ...ming, name: '王晓明' }])).toBe('@王晓明 和 @王小 看一下');
    expect(partsOf(stored, [wang, ming])).toEqual([
      { mention: ming },
      { text: ' 和 ' },
      { mention: wang },
      { text: ' 看一下' },
    ]);
  });

  it('2: of nobody who is mentioned stays as it was written', () => {
    expect(partsOf('看 @[99] 和 a@b.cn', [wang])).toEqual([{ text: '看 @[99] 和 a@b.cn' }]);
    expect(partsOf('', [wang])).toEqual([]);
  });

  it('3: is named beside the text or in it, each once', () => {
    expect(mentionedIn('@[3] 和 @[64b0c0ffee0123456789abcd]', ['12', '3'])).toEqual([
      '12',
      '3',
      '64b0c0ffee0123456789abcd',
    ]);
    expect(stillNamed('@王小明 看', [wang, ming])).toEqual([ming]);
  });

  it.each([
    ['@', 1, { from: 0, query: '' }],
    ['请@王', 3, { from: 1, query: '王' }],
    ['请 @王小', 4, { from: 2, query: '王' }],
    ['请 @王 ', 5, null],
    ['写信到 lin@desk', 12, null],
    ['@王@', 3, { from: 2, query: '' }],
    ['第一行\n@林', 6, { from: 4, query: '林' }],
  ])('6: %j with the cursor at %i', (written, cursor, asking) => {
    expect(askingAt(written, cursor)).toEqual(asking);
  });

  it('6: is chosen among those whose name has it, and put in its place', () => {
    expect(matching([{ id: '1', name: '小王' }, wang, { id: '2', name: 'Li Na' }], '王')).toEqual([
      wang,
      { id: '1', name: '小王' },
    ]);
    expect(matching([{ id: '2', name: 'Li Na' }], 'li')).toHaveLength(1);
    expect(withPerson('请 @王 看', { from: 2, query: '王' }, wang)).toEqual({
      text: '请 @王小 看',
      cursor: 6,
    });
  });
});

describe('who may be mentioned', () => {
  const person = (role: Role, team: string | null, feeds: string[] = [], active = true): Actor => ({
    id: '1',
    roles: [role],
    active,
    team,
    feeds: team === null ? 'all' : (feeds as FeedId[]),
  });
  it.each([
    ['an editor without a team', person('editor', null), ['A'], true],
    ['a manager of one of the feeds', person('manager', 'T', ['A']), ['A', 'B'], true],
    ['a manager of another feed', person('manager', 'T', ['C']), ['A', 'B'], false],
    ['a manager, of what is nobody’s yet', person('manager', 'T', ['C']), [], true],
    ['an admin', person('admin', 'T', []), ['A'], true],
    ['staff', person('staff', null), ['A'], false],
    ['somebody who left', person('manager', null, [], false), ['A'], false],
  ])('4, 5: %s', (_, actor, feeds, may) => {
    expect(mayRead(actor, { type: 'posts', feeds })).toBe(may);
  });

  it('5: scripts are read by everybody who plans', () => {
    expect(mayRead(person('editor', 'T', ['C']), { type: 'launch-scripts', feeds: ['A'] })).toBe(true);
    expect(mayRead(person('staff', null), { type: 'launch-scripts', feeds: [] })).toBe(false);
  });
});

describe('a thread', () => {
  const decision = (n: number, at: number): ThreadDecision => ({
    kind: 'decision',
    n,
    decision: 'submitted',
    by: '1',
    byName: '小编',
    comment: null,
    at,
  });
  const comment = (id: string, at: number): ThreadComment => ({
    kind: 'comment',
    id,
    step: '',
    text: 'x',
    by: '1',
    byName: '小编',
    mentions: [],
    at,
  });

  it('7: is by time, a decision before a comment of its instant', () => {
    const thread = threadOf(
      [decision(1, 10), decision(2, 30)],
      [comment('a', 5), comment('b', 30), comment('c', 20)],
    );
    expect(thread.map((one) => (one.kind === 'decision' ? one.n : one.id))).toEqual(['a', 1, 'c', 2, 'b']);
  });

  it('8: a mention waits until its person says something on that subject after it', () => {
    const mentions = [
      { subject: 'posts:1', at: 10 },
      { subject: 'posts:1', at: 40 },
      { subject: 'posts:2', at: 20 },
      { subject: 'posts:3', at: 30 },
    ];
    const answers = [
      { subject: 'posts:1', at: 20 },
      { subject: 'posts:2', at: 20 },
      { subject: 'posts:3', at: 29 },
      { subject: 'posts:3', at: 5 },
    ];
    expect(unanswered(mentions, answers)).toEqual([
      { subject: 'posts:1', at: 40 },
      { subject: 'posts:3', at: 30 },
    ]);
    expect(unanswered(mentions, [])).toHaveLength(3);
  });

  it('9: says of a launch that was called off that it was, and leaves its other withdrawals', () => {
    const withdrawn = (n: number, at: number): ThreadDecision => ({
      ...decision(n, at),
      decision: 'withdrawn',
    });
    const decisions = [withdrawn(1, 10), decision(2, 20), withdrawn(3, 30)];
    const said = (at: number | null) => calledOff(decisions, at).map((one) => one.decision);
    expect(said(30)).toEqual(['withdrawn', 'submitted', 'cancelled']);
    expect(said(20)).toEqual(['withdrawn', 'submitted', 'withdrawn']);
    expect(said(null)).toEqual(['withdrawn', 'submitted', 'withdrawn']);
  });
});
