import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { email, phone, text } from '../../../../src/core/contract/fields.js';
import { parse } from '../../../../src/core/contract/parse.js';
import { cleanLine, cleanText, withPlainDigits } from '../../../../src/core/contract/text.js';

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

describe('text that a person types in one line', () => {
  const cases = [
    ['loses marks of writing direction', '\u200EMaya\u202E \u2067X\u2069\u061C', 'Maya X'],
    ['loses zero-width spaces, byte order marks and tags', 'M\u200Ba\uFEFFy\u{E0041}a', 'Maya'],
    ['has ordinary spaces', 'Maya\u00A0von\u202FX', 'Maya von X'],
    ['keeps the joiners of Persian and Urdu', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['is empty when it has only invisible characters', ' \u200B\u200D\u2060\u00A0', ''],
  ] as const;
  for (const [title, typed, cleaned] of cases)
    it(title, () => {
      assert.equal(cleanLine(typed), cleaned);
      assert.equal(cleanLine(cleaned), cleaned, 'cleaning twice changes nothing more');
    });
});

describe('digits', () => {
  const scripts = {
    'Arabic-Indic': '٠١٢٣٤٥٦٧٨٩',
    'Extended Arabic-Indic': '۰۱۲۳۴۵۶۷۸۹',
    Bengali: '০১২৩৪৫৬৭৮৯',
    Gurmukhi: '੦੧੨੩੪੫੬੭੮੯',
    Devanagari: '०१२३४५६७८९',
    Tamil: '௦௧௨௩௪௫௬௭௮௯',
    Thai: '๐๑๒๓๔๕๖๗๘๙',
    'full width': '０１２３４５６７８９',
  };
  for (const [script, digits] of Object.entries(scripts))
    it(`of ${script} script count as digits`, () => {
      assert.equal(withPlainDigits(`a${digits}`), 'a0123456789');
    });
});

describe('a phone number', () => {
  const read = (typed: string): unknown => {
    const parsed = parse(phone('details.phone'), typed);
    return parsed.ok ? parsed.value : parsed.failure[0]?.code;
  };
  for (const typed of [
    '01632\u2013960\u2011001',
    '01632/960001',
    '01632 960 001 extension 12',
    '01632 960 001 ext. 12',
    '01632 960 001#12',
  ])
    it(`may be typed as “${typed}”`, () => {
      assert.equal(read(typed), typed);
    });
  it('is stored with plain digits', () => {
    assert.equal(read('০১৬৩২ ৯৬০ ০০১'), '01632 960 001');
  });
  it('is no address and no word', () => {
    for (const typed of ['call me', 'a@example.com', '#12', '112'])
      assert.equal(read(typed), 'details.phone.shape');
  });
});

describe('an email address', () => {
  const read = (typed: string): unknown => {
    const parsed = parse(email('details.email'), typed);
    return parsed.ok ? parsed.value : parsed.failure[0]?.code;
  };
  for (const typed of [
    'mailto:maya@example.com',
    'Maya <maya@example.com>',
    '<maya@example.com>',
    'maya@example.com.',
    'maya@example.com, ',
    'maya@\u200Bexample.com',
  ])
    it(`is found in “${typed}”`, () => {
      assert.equal(read(typed), 'maya@example.com');
    });
  it('is refused with two dots in a row or no domain', () => {
    for (const typed of ['maya@example..org', 'maya@.example.org', 'maya@', '<maya>'])
      assert.equal(read(typed), 'details.email.shape');
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
