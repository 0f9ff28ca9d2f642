import { expect, it } from 'vitest';
import { filledIn } from './filledIn';

it('takes two days in their order, whichever was given first', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' };
  expect(filledIn(november)).toMatchObject(november);
  expect(filledIn({ from: '2026-11-30', to: '2026-11-01' })).toMatchObject(november);
  expect(filledIn({ from: '2026-11-30', to: '' })).toMatchObject({ from: '2026-11-30', to: '' });
});

it('leaves out what it does not understand', () => {
  const empty = { from: '', to: '', feed: '', what: '', post: '', page: 1 };
  expect(filledIn({ from: 'yesterday', what: 'nothing', post: '../x', page: '-3' })).toEqual(empty);
});
