import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEpraccur } from '../../../server/practices/epraccur.js';
import { titleCase } from '../../../server/practices/title-case.js';

/** A row as NHS England publishes it: 27 columns, no heading. */
const row = (code: string, name: string, more: Readonly<Record<number, string>> = {}): string => {
  const columns = Array<string>(27).fill('');
  Object.assign(columns, {
    0: code,
    1: name,
    2: 'Y54',
    4: 'THE HEALTH CENTRE',
    5: 'LAWSON STREET',
    7: 'STOCKTON-ON-TEES',
    8: '',
    9: 'TS18 1HU',
    12: 'A',
    17: '01632 960001',
    25: '4',
    ...more,
  });
  return columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(',');
};

const read = (text: string) => readEpraccur(new TextEncoder().encode(text));

describe('readEpraccur', () => {
  it('returns open GP practices with names and addresses in the usual spelling', () => {
    const list = read(
      [row('A81001', 'THE DENSHAM SURGERY'), row('A81002', "ST MARY'S SURGERY")].join('\r\n'),
    );
    assert.deepEqual(list, {
      ok: true,
      value: {
        leftOut: 0,
        practices: [
          {
            code: 'A81001',
            name: 'The Densham Surgery',
            address: 'The Health Centre, Lawson Street, Stockton-on-Tees, TS18 1HU',
          },
          {
            code: 'A81002',
            name: "St Mary's Surgery",
            address: 'The Health Centre, Lawson Street, Stockton-on-Tees, TS18 1HU',
          },
        ],
      },
    });
  });

  it('leaves out practices that are closed, dormant or not GP practices', () => {
    const list = read(
      [
        row('A81001', 'ONE'),
        row('A81002', 'CLOSED', { 12: 'C' }),
        row('A81003', 'DORMANT', { 12: 'D' }),
        row('A81004', 'PRISON', { 25: '6' }),
        '',
      ].join('\n'),
    );
    assert.ok(list.ok);
    assert.equal(list.value.leftOut, 3);
    assert.deepEqual(
      list.value.practices.map(({ code }) => code),
      ['A81001'],
    );
  });

  it('accepts a byte order mark, quotes and commas', () => {
    const list = read(`\ufeff${row('A81001', 'THE "BIG, NEW" SURGERY')}\n`);
    assert.ok(list.ok);
    assert.equal(list.value.practices[0]?.name, 'The "Big, New" Surgery');
  });

  it('removes control characters', () => {
    const list = read(row('A81001', 'ONE\u0000\u001b[2J'));
    assert.ok(list.ok);
    assert.equal(list.value.practices[0]?.name, 'One[2J');
  });

  it('names the line at fault in an invalid file', () => {
    const good = row('A81001', 'ONE');
    for (const [text, reason] of [
      [`${good}\nA81002,TWO`, 'line 2: expected at least 26 columns, found 2'],
      [`code,name\n${good}`, 'line 1: expected at least 26 columns, found 2'],
      [
        `${good}\n\n${row('not a code', 'TWO')}`,
        'line 3: column 1 is not an organisation code such as A81001',
      ],
      [
        `${row('A81001', 'ONE\nMORE')}\n${row('A81002', ' ')}`,
        'line 3: column 2, the name, is empty',
      ],
      [`${good}\n${row('A81001', 'TWO')}`, 'the code A81001 stands in several lines'],
      [`${good}\n"A81002","TWO`, 'line 2: not CSV (CSV_QUOTE_NOT_CLOSED)'],
    ] as const) {
      const list = read(text);
      assert.ok(!list.ok);
      assert.deepEqual(list.failure, [reason]);
    }
  });

  it('rejects a file that is not text', () => {
    assert.deepEqual(readEpraccur(new Uint8Array([0x50, 0x4b, 0xff, 0xfe])), {
      ok: false,
      failure: ['the file is not UTF-8'],
    });
  });

  it('returns nothing for an empty file', () => {
    assert.deepEqual(read(''), { ok: true, value: { practices: [], leftOut: 0 } });
  });
});

describe('titleCase', () => {
  for (const [capitals, usual] of [
    ['THE DENSHAM SURGERY', 'The Densham Surgery'],
    ["DR O'BRIEN & PARTNERS", "Dr O'Brien & Partners"],
    ['ST. MARY’S SURGERY', 'St. Mary’s Surgery'],
    ['STOKE-ON-TRENT', 'Stoke-on-Trent'],
    ['HOUSE OF THE RISING SUN', 'House of the Rising Sun'],
    ['MCKAY HEALTH CTR', 'McKay Health Ctr'],
    ['NHS GP CENTRE, BS1', 'NHS GP Centre, BS1'],
    ['PCC HUB', 'PCC Hub'],
    ['THORNABY & BARWICK MEDICAL GROUP', 'Thornaby & Barwick Medical Group'],
    ['Already Written', 'Already Written'],
    ['', ''],
  ] as const)
    it(`writes ${capitals} as ${usual}`, () => {
      assert.equal(titleCase(capitals), usual);
    });
});
