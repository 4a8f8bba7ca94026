import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../src/core/contract/parse.js';
import { Postcode, formatPostcode, isInAreas } from '../../../../src/core/contract/postcode.js';

const read = (typed: unknown): string => {
  const parsed = parse(Postcode, typed);
  return parsed.ok ? parsed.value : (parsed.failure[0]?.code ?? '');
};

describe('a postcode', () => {
  // Every format of a UK postcode, and the ways in which people type one.
  const right = [
    ['M1 1AE', 'M1 1AE'],
    ['B33 8TH', 'B33 8TH'],
    ['CR2 6XH', 'CR2 6XH'],
    ['DN55 1PT', 'DN55 1PT'],
    ['W1A 0AX', 'W1A 0AX'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['ts181hu', 'TS18 1HU'],
    ['TS181HU', 'TS18 1HU'],
    [' ts18  1hu ', 'TS18 1HU'],
    ['Ts1 8 1hU', 'TS18 1HU'],
    ['TS18-1HU', 'TS18 1HU'],
    ['TS18.1HU.', 'TS18 1HU'],
    ['(TS18 1HU)', 'TS18 1HU'],
    ['TS18\u00A01HU', 'TS18 1HU'],
    ['TS18\t1HU', 'TS18 1HU'],
    ['sw1a1aa', 'SW1A 1AA'],
    ['TSI8 IHU', 'TS18 1HU'],
    ['S015 1AA', 'SO15 1AA'],
    ['0X1 1AA', 'OX1 1AA'],
    ['1P1 1AA', 'IP1 1AA'],
    ['CRO 2HX', 'CR0 2HX'],
    ['SWIA OAA', 'SW1A 0AA'],
    ['MI IAE', 'M1 1AE'],
    ['TS١٨ ١HU', 'TS18 1HU'],
    ['TS18\u200B 1HU', 'TS18 1HU'],
  ] as const;
  for (const [typed, postcode] of right)
    it(`typed as “${typed}” is ${postcode}`, () => {
      assert.equal(read(typed), postcode);
      assert.equal(formatPostcode(typed), postcode);
      assert.equal(read(postcode), postcode);
    });

  const wrong = [
    'TS18',
    'TS18 1',
    'TS18 1H',
    '1HU TS18',
    'TS18 1HUU',
    'TSS18 1HU',
    'TS188 1HU',
    '12345',
    'D02 X285',
    'GIR 0AA',
    'no fixed address',
    'TS18 1HÜ',
    'ＴＳ１８ １ＨＵ',
    'TS18 1HU or maybe TS19 2AB',
  ];
  for (const typed of wrong)
    it(`is not recognised in “${typed}”`, () => {
      assert.equal(read(typed), 'place.postcode.shape');
    });

  it('is reported as missing when nothing is given', () => {
    for (const typed of [undefined, null, 18, '', '   '])
      assert.equal(read(typed), 'place.postcode.missing');
  });
  it('that is not valid is shown as typed, in capitals', () => {
    assert.equal(formatPostcode(' ts18 1 '), 'TS18 1');
  });
});

describe('the areas of a service', () => {
  const cases = [
    ['TS1 1AA', ['TS1'], true],
    ['TS18 1AA', ['TS1'], false],
    ['TS1 8AA', ['TS18'], false],
    ['TS18 1HU', ['TS18 1'], true],
    ['TS18 2HU', ['TS18 1'], false],
    ['TS1 81AA', ['TS18 1'], false],
    ['TS1 8AA', ['TS1 8'], true],
    ['YO1 7HH', ['TS1', 'YO1'], true],
    ['YO1 7HH', [], false],
    ['SW1A 1AA', ['SW1'], false],
    ['SW1A 1AA', ['SW1A'], true],
    ['TS18 1HU', ['ts18'], false],
  ] as const;
  for (const [postcode, areas, isIn] of cases)
    it(`[${areas.join(', ')}] ${isIn ? 'contain' : 'do not contain'} ${postcode}`, () => {
      assert.equal(isInAreas(postcode, areas), isIn);
    });
});
