import { expect, it } from 'vitest';
import { sentenceOf } from './sentenceOf';

it('keeps a sentence whole, whatever its punctuation and its times', () => {
  const said = 'It goes out Nov 22, 20:00: move it, or end it later.';
  expect(sentenceOf({ errorMessage: said })).toBe(said);
});

it('leaves Payload its own list of fields, and what is no message', () => {
  for (const message of [
    'The following field is invalid: Limit',
    'The following fields are invalid: Limit, Hours',
    '以下字段是无效的： 上限, 小时数',
  ]) {
    expect(sentenceOf({ errorMessage: message })).toBeNull();
  }
  expect(sentenceOf({})).toBeNull();
});
