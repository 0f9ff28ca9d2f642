import { describe, expect, it } from 'vitest';
import { toRow } from './values';

describe('toRow', () => {
  it('reads by index and by name, with only the names enumerable', () => {
    const row = toRow([7n, 'x', null], ['id', 'name', 'at']);
    expect([row[0], row[1], row[2], row[3], row.length]).toEqual([7, 'x', null, undefined, 3]);
    expect([row.id, row.name, row.at]).toEqual([7, 'x', null]);
    expect(Object.keys(row)).toEqual(['id', 'name', 'at']);
    expect(Array.prototype.slice.call(row)).toEqual([7, 'x', null]);
  });

  it('keeps the first of two columns with one name', () => {
    const row = toRow([1n, 2n], ['id', 'id']);
    expect([row.id, row[0], row[1]]).toEqual([1, 1, 2]);
  });

  it('takes names that objects have, and numbers as names', () => {
    const row = toRow(['a', 'b', 'c', 'd'], ['length', 'constructor', '2', '99']);
    expect([row.length, row.constructor, row[2], row[99]]).toEqual([4, 'b', 'c', 'd']);
    expect(Object.keys(row)).toEqual(['99', 'constructor']);
    toRow(Array(120).fill(0), []);
    expect(toRow(['wide'], ['99'])[99]).toBe('wide');
  });

  it('refuses an integer that a number cannot hold', () => {
    expect(() => toRow([2n ** 60n], ['id'])).toThrow(RangeError);
  });
});
