import { expect, it } from 'vitest';
import type { Forecast } from '@/server/posts/forecast';
import { fateOf } from './stepFate';

const at = Date.parse('2035-11-11T20:00:00+08:00');
const hour = 3_600_000;
const card = (outcome: Forecast['outcome'], later = 0) => ({ outcome, at: at + later * hour }) as Forecast;

it('goes out where its first deferred card goes', () => {
  const forecast = [card('release'), card('defer', 3), card('defer', 1)];
  expect(fateOf({ forecast, at, isOut: false })).toEqual({ code: 'goes', at: at + hour });
});

it('stays as soon as one of its cards does not go out by itself', () => {
  const forecast = [card('defer', 1), card('hold')];
  expect(fateOf({ forecast, at, isOut: false })).toEqual({ code: 'stays' });
});

it('has no fate beside its plan on time, or once it is out', () => {
  expect(fateOf({ forecast: [card('release')], at, isOut: false })).toBeNull();
  expect(fateOf({ forecast: [card('hold')], at, isOut: true })).toBeNull();
});
