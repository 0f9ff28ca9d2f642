import { describe, expect, it } from 'vitest';
import type { SimulatedMove, SimulationAnswer } from '@/server/plan/answer';
import { beforeSaving } from './beforeSaving';

const written = { limit: { value: 2 } };
const at = '2035-11-24T12:00:00.000Z';
const move = (post: string, outcome: 'defer' | 'hold' | 'skip' | 'expire', card = post): SimulatedMove => ({
  card,
  post,
  variantKey: 'base',
  feed: '1',
  feedName: '总店',
  timezone: 'Asia/Shanghai',
  title: post,
  before: { outcome: 'release', at },
  after: { outcome, at },
  words: '',
});
const trying = (moved?: SimulatedMove[], problems: string[] = []) => ({
  written,
  trial: { tried: moved ? ({ moved } as SimulationAnswer) : null, problems, slow: false },
});

describe('before a changed rule is saved', () => {
  it('it is asked where posts would move; versions of a post that share a fate count once', () => {
    const moved = [move('1', 'defer'), move('1', 'defer', '1b'), move('2', 'hold'), move('3', 'skip')];
    expect(beforeSaving(trying([...moved, move('4', 'expire')]), written)).toEqual({
      code: 'ask',
      moves: 4,
      stopped: 3,
    });
  });
  it('an answer is waited for, and so is one about what is written now', () => {
    expect(beforeSaving(trying(), written)).toEqual({ code: 'wait' });
    expect(beforeSaving(trying([]), { ...written })).toEqual({ code: 'wait' });
  });
  it('nothing is asked where nothing moves, nothing is tried, or the preview failed', () => {
    const save = { code: 'save' };
    expect(beforeSaving(trying([]), written)).toEqual(save);
    expect(beforeSaving({ written, trial: null }, written)).toEqual(save);
    expect(beforeSaving(trying(undefined, ['没有连上服务器']), written)).toEqual(save);
    expect(beforeSaving(undefined, written)).toEqual(save);
  });
});
