import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type FilterName,
  distances,
  filterNames,
} from '../../../../src/directory/contract/activity-query.js';
import { fixedBits, maskOf } from '../../../../server/directory/store/filter-bits.js';
import { type Random, randomFrom } from '../../../../server/sample-data/random.js';
import { add, count, emptyBitmap } from '../../../../server/directory/search/index/bitmap.js';
import {
  buildIndex,
  neverChecked,
  reachBits,
  unknown,
} from '../../../../server/directory/search/index/directory-index.js';
import { facetedFilter } from '../../../../server/directory/search/faceted-filter.js';
import { metresTo, placeSet } from '../../../../server/directory/search/index/place-set.js';

const size = 700;
const metresInMile = 1609.344;
const categories = ['arts', 'moving', 'gardening', 'food'];
const open = [
  ...categories.map((value, at) => ({ kind: 'category' as const, value, bit: at * 17 })),
  ...['en', 'cy'].map((value, bit) => ({ kind: 'language' as const, value, bit: bit + 31 })),
];

interface One {
  readonly ord: number;
  readonly values: Readonly<Partial<Record<FilterName, readonly string[]>>>;
  readonly says: boolean;
  readonly metres: readonly number[];
  readonly covers: boolean;
  readonly isEverywhere: boolean;
  readonly isAnywhere: boolean;
}

function oneOf(ord: number, random: Random): One {
  const values: Partial<Record<FilterName, string[]>> = {};
  for (const { name, value } of fixedBits)
    if (random.chance(name === 'access' ? 60 : 25)) (values[name] ??= []).push(value);
  for (const { kind, value } of open) if (random.chance(30)) (values[kind] ??= []).push(value);
  const venues = random.pick([0, 0, 1, 2]);
  return {
    ord,
    values,
    says: random.chance(40),
    metres: Array.from({ length: venues }, () => Math.round(random.next() * 60_000)),
    covers: random.chance(10),
    isEverywhere: random.chance(5),
    isAnywhere: random.chance(5),
  };
}

const random = randomFrom(2026);
// Some numbers are not in use.
const all = Array.from({ length: size }, (_, ord) => oneOf(ord, random)).filter(() =>
  random.chance(90),
);

const int32 = (numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) bytes.writeInt32BE(number, at * 4);
  return bytes;
};
const int64 = (numbers: readonly bigint[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 8);
  for (const [at, number] of numbers.entries()) bytes.writeBigInt64BE(number, at * 8);
  return bytes;
};
const bitsOf = (kind: 'category' | 'language', { values }: One): bigint =>
  open
    .filter((one) => one.kind === kind && values[kind]?.includes(one.value) === true)
    .reduce((bits, one) => bits | (1n << BigInt(one.bit)), 0n);

const builder = buildIndex(size, open);
for (const part of [all.slice(0, 300), all.slice(300)])
  builder.add({
    ords: int32(part.map(({ ord }) => ord)),
    fixed: int32(
      part.map(({ values }) =>
        fixedBits.reduce((bits, { name }) => bits | maskOf(name, values[name] ?? []), 0),
      ),
    ),
    categories: int64(part.map((one) => bitsOf('category', one))),
    languages: int64(part.map((one) => bitsOf('language', one))),
    reach: int32(
      part.map(
        ({ isEverywhere, isAnywhere }) =>
          (isEverywhere ? reachBits.everywhere : 0) + (isAnywhere ? reachBits.anywhere : 0),
      ),
    ),
    next: int32(part.map(() => unknown)),
    checked: int32(part.map(() => neverChecked)),
  });
const { index } = builder;
const filterBy = facetedFilter(index);

const said = emptyBitmap(size);
for (const { ord, says } of all) if (says) add(said, ord);
const text = { name: said, nameStarts: said, head: said, anywhere: said };
const venues = all.flatMap(({ ord, metres }) => metres.map((away) => ({ ord, away })));
const place = placeSet(
  {
    venues: int32(venues.flatMap(({ ord, away }) => [ord, away])),
    covering: int32(all.filter(({ covers }) => covers).map(({ ord }) => ord * 4)),
  },
  index,
);

interface Wanted {
  readonly hasText: boolean;
  readonly hasPlace: boolean;
  readonly distance: number | undefined;
  readonly filters: Partial<Record<FilterName, readonly string[]>>;
}

// Checks one activity after the other as the contract says.
function fits(one: One, { hasText, hasPlace, distance = 10, filters }: Wanted): boolean {
  const isOtherwise = one.covers || one.isEverywhere || one.isAnywhere;
  const isNear = one.metres.some((away) => away <= distance * metresInMile);
  if (hasText && !one.says) return false;
  if (hasPlace && !isNear && !isOtherwise) return false;
  return filterNames.every((name) => {
    const values = filters[name] ?? [];
    const has = (value: string): boolean => one.values[name]?.includes(value) === true;
    return values.length === 0 || (name === 'access' ? values.every(has) : values.some(has));
  });
}
const leaves = (wanted: Wanted): number => all.filter((one) => fits(one, wanted)).length;

function wantedBy(seed: number): Wanted {
  const random = randomFrom(seed);
  const filters: Partial<Record<FilterName, string[]>> = {};
  for (const { name, value } of fixedBits) if (random.chance(7)) (filters[name] ??= []).push(value);
  for (const { kind, value } of open) if (random.chance(10)) (filters[kind] ??= []).push(value);
  if (random.chance(5)) (filters.category ??= []).push('unheard-of');
  return {
    hasText: random.chance(50),
    hasPlace: random.chance(60),
    distance: random.chance(60) ? random.pick(distances) : undefined,
    filters,
  };
}

describe('the faceted filter', () => {
  it('finds and counts the same as a check of each activity, for any query', () => {
    let found = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const wanted = wantedBy(seed);
      const { hasText, hasPlace, filters } = wanted;
      const matches = filterBy({
        text: hasText ? text : undefined,
        place: hasPlace ? place : undefined,
        query: wanted,
      });
      const asked = JSON.stringify(wanted);
      assert.equal(matches.total, leaves(wanted), asked);
      found += matches.total;
      const expected: Record<string, Record<string, number>> = {};
      const expect = (name: string, value: string, many: number): void => {
        if (many > 0) (expected[name] ??= {})[value] = many;
      };
      for (const { name, value } of [
        ...fixedBits,
        ...open.map(({ kind, value }) => ({ name: kind, value })),
      ]) {
        const chosen = name === 'access' ? [...(filters.access ?? []), value] : [value];
        expect(name, value, leaves({ ...wanted, filters: { ...filters, [name]: chosen } }));
      }
      if (hasPlace)
        for (const miles of distances)
          expect('distance', String(miles), leaves({ ...wanted, distance: miles }));
      assert.deepEqual(matches.facets, expected, asked);
    }
    assert.ok(found > 500);
  });

  it('counts the same for a repeated, nearer or moved search as for a first one', () => {
    const fromNowhere = placeSet({ venues: int32([]), covering: int32([]) }, index);
    for (const near of [place, fromNowhere, undefined])
      for (const distance of [undefined, 3, 25] as const) {
        const asked = {
          text: undefined,
          place: near,
          query: { distance, filters: { day: ['mo'] } },
        };
        const { found, total, facets, without } = filterBy(asked);
        assert.equal(count(found), total);
        const first = facetedFilter(index)(asked);
        assert.deepEqual(
          { total, facets, without },
          {
            total: first.total,
            facets: first.facets,
            without: first.without,
          },
        );
      }
  });

  it('counts the results without each filter in use and without the distance', () => {
    for (let seed = 200; seed <= 230; seed += 1) {
      const wanted = { ...wantedBy(seed), hasPlace: true };
      const { filters, hasText } = wanted;
      const { without } = filterBy({
        text: hasText ? text : undefined,
        place,
        query: wanted,
      });
      const names = filterNames.filter((name) => filters[name] !== undefined);
      assert.deepEqual([...without.keys()], [...names, 'distance']);
      for (const name of names)
        assert.equal(without.get(name), leaves({ ...wanted, filters: { ...filters, [name]: [] } }));
      assert.equal(without.get('distance'), leaves({ ...wanted, distance: 25 }));
    }
  });

  it('measures to the nearest of several venues within the farthest distance', () => {
    const nearest = (one: One): number => Math.min(...one.metres);
    for (const one of all)
      assert.equal(
        metresTo(place, one.ord),
        nearest(one) <= 25 * metresInMile ? nearest(one) : unknown,
      );
  });
});
