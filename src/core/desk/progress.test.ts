import { describe, expect, it } from 'vitest';
import { progressOf } from './progress';

const members = new Map([
  ['f1', ['ann', 'bob']],
  ['f2', ['bob']],
]);
const release = (id: string, feed: string, recalled = false) => ({ release: id, feed, recalled });

describe('who has done what', () => {
  it('counts for each person the releases of the own feeds, and says who has not opened', () => {
    const { staff, totals } = progressOf({
      members,
      releases: [release('1', 'f1'), release('2', 'f2')],
      receipts: [{ release: '1', staff: 'ann', state: 'posted' }],
    });
    expect(staff.map(({ staff: who, states }) => [who, states])).toEqual([
      ['ann', [{ release: '1', state: 'posted' }]],
      [
        'bob',
        [
          { release: '1', state: 'not-opened' },
          { release: '2', state: 'not-opened' },
        ],
      ],
    ]);
    expect(totals).toMatchObject({ posted: 1, 'not-opened': 2 });
  });

  it('asks nobody for a recalled release, but keeps what was done with it', () => {
    const { staff, releases } = progressOf({
      members,
      releases: [release('1', 'f1', true)],
      receipts: [{ release: '1', staff: 'ann', state: 'posted' }],
    });
    expect(staff.map(({ staff: who }) => who)).toEqual(['ann']);
    expect(releases[0]?.counts).toMatchObject({ posted: 1, 'not-opened': 0 });
  });

  it('leaves out what somebody did who is no longer in the feed', () => {
    const { totals } = progressOf({
      members,
      releases: [release('2', 'f2')],
      receipts: [{ release: '2', staff: 'ann', state: 'posted' }],
    });
    expect(totals).toMatchObject({ posted: 0, 'not-opened': 1 });
  });
});
