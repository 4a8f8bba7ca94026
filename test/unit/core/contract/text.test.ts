import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { text } from '../../../../src/core/contract/fields.js';
import { parse } from '../../../../src/core/contract/parse.js';
import { cleanText } from '../../../../src/core/contract/text.js';

describe('text that a person types', () => {
  const cases = [
    ['is kept as it is', 'I live alone', 'I live alone'],
    ['loses the spaces around it', ' \t Maya \n', 'Maya'],
    ['loses NUL, which PostgreSQL refuses', 'a\u0000b', 'ab'],
    ['loses other control characters', 'a\u0007b\u001Bc\u007Fd', 'abcd'],
    ['loses the first half of a broken emoji', 'hi \uD83D there', 'hi  there'],
    ['loses the second half of a broken emoji', 'hi\uDE00', 'hi'],
    ['keeps whole emoji', 'hi 😀 👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'hi 😀 👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['keeps marks of writing direction', 'א\u200Fב \u202Bש\u202C', 'א\u200Fב \u202Bש\u202C'],
    ['keeps accents, however they are written', 'Siân Siân', 'Siân Siân'],
    ['keeps every alphabet', 'Ольга ৰীতা 王小明 ሰላም', 'Ольга ৰীতা 王小明 ሰላም'],
    ['keeps tabs and lines', 'one\n\ttwo\n\nthree', 'one\n\ttwo\n\nthree'],
    ['has its line endings normalised', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['may be empty', '', ''],
    ['is empty when it has only spaces and control characters', ' \u0000\r\n ', ''],
  ] as const;
  for (const [title, typed, cleaned] of cases)
    it(title, () => {
      assert.equal(cleanText(typed), cleaned);
      assert.equal(cleanText(cleaned), cleaned, 'cleaning twice changes nothing more');
    });
});

describe('a field of text', () => {
  const codes = (value: unknown): readonly unknown[] => {
    const read = parse(text('name.full', 5), value);
    return read.ok ? [read.value] : read.failure;
  };
  const missing = [{ field: '', code: 'name.full.missing' }];

  it('is cleaned before its length is checked', () => {
    assert.deepEqual(codes('  Maya\u0000! '), ['Maya!']);
  });
  it('is reported as missing when it is absent, not text, or empty', () => {
    for (const value of [undefined, null, 7, true, {}, '', '  \u0000'])
      assert.deepEqual(codes(value), missing);
  });
  it('is reported as too long, with the limit', () => {
    assert.deepEqual(codes('Mayaaa'), [{ field: '', code: 'name.full.long', limit: 5 }]);
  });
  it('counts an emoji as one character', () => {
    assert.deepEqual(codes('😀😀😀😀😀'), ['😀😀😀😀😀']);
    assert.deepEqual(codes('😀😀😀😀😀!'), [{ field: '', code: 'name.full.long', limit: 5 }]);
  });
});
