import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Place } from '../../../src/directory/contract/directory.js';
import { outcodes } from '../../../server/geography/outcodes.js';
import { findPlace, searchPlaceOf } from '../../../server/geography/places.js';
import { type TestBackend, jsonOf, openBackend, problemOf } from '../harness.js';

describe('findPlace', () => {
  const stockton = ['TS18 1AB', 'ts181ab', ' ts18-1ab ', '(TS18 1AB)', 'TS18', 'ts 18', 'TS18 1'];
  for (const typed of stockton)
    it(`finds no more than the outward code TS18 for “${typed}”`, () => {
      assert.deepEqual(findPlace(typed), {
        id: 'TS18',
        label: 'TS18, Stockton-on-Tees',
        latitude: 54.56,
        longitude: -1.32,
      });
    });

  const towns = [
    ['Middlesbrough', 'Middlesbrough'],
    ['stockton on tees', 'Stockton-on-Tees'],
    ['Stockton', 'Stockton-on-Tees'],
    ['mIDDLESb', 'Middlesbrough'],
    ['Édinburgh', 'City of Edinburgh'],
    ['London', 'Greater London'],
    ['Newcastle', 'Newcastle Upon Tyne'],
    ['Durham', 'Durham'],
  ] as const;
  for (const [typed, label] of towns)
    it(`finds ${label} for “${typed}”`, () => {
      assert.equal(findPlace(typed)?.label, label);
    });

  it('finds the town with the most outward codes if several have the name', () => {
    const newport = findPlace('Newport');
    assert.ok(newport && Math.abs(newport.latitude - 51.58) < 0.1, 'the one in Wales');
  });

  for (const typed of ['Atlantis', 'ZZ99 9ZZ', 'xx', '…'])
    it(`finds no place for “${typed}”`, () => {
      assert.equal(findPlace(typed), undefined);
    });

  it('returns a place whose id a search accepts', () => {
    const found = findPlace('Hartlepool');
    assert.match(found?.id ?? '', /^-?\d+\.\d\d,-?\d+\.\d\d$/);
    assert.match(searchPlaceOf(found?.id ?? '')?.outcode ?? '', /^TS2[4-7]$/);
  });

  it('knows each outward code once, with coordinates in the British Isles', () => {
    const codes = outcodes().map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(codes.length > 2800);
    for (const { latitude, longitude, town } of outcodes()) {
      assert.ok(latitude > 49 && latitude < 61 && longitude > -9 && longitude < 2);
      assert.notEqual(town, '');
    }
  });
});

describe('searchPlaceOf', () => {
  it('adds the outward code nearest to a point', () => {
    const at = { id: '54.57,-1.23', latitude: 54.57, longitude: -1.23 };
    assert.deepEqual(searchPlaceOf('54.57,-1.23'), { ...at, outcode: 'TS1' });
  });

  it('adds no outward code to a point out at sea', () => {
    assert.deepEqual(searchPlaceOf('58.00,-20.00'), {
      id: '58.00,-20.00',
      latitude: 58,
      longitude: -20,
    });
  });

  for (const id of ['ZZ99', '99.00,1.00', '54.57,200.00', 'x,y', ''])
    it(`returns no place for “${id}”`, () => {
      assert.equal(searchPlaceOf(id), undefined);
    });
});

describe('POST /api/v1/places', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await openBackend();
  });
  after(() => backend.close());

  const find = (text: unknown) => backend.post('/api/v1/places?partner=open-door', { text });

  it('returns a place no more precise than an outward code', async () => {
    const response = await find('TS18 1HU');
    assert.equal(response.status, 200);
    assert.equal(Place.parse(await jsonOf(response)).id, 'TS18');
  });

  it('rejects an unknown place without repeating what was typed', async () => {
    const response = await find('Atlantis 5');
    assert.equal(response.status, 422);
    const { errors } = await problemOf(response);
    assert.deepEqual(
      errors?.map(({ field, code }) => [field, code]),
      [['text', 'place.unknown']],
    );
    assert.doesNotMatch(JSON.stringify(errors), /Atlantis/);
  });

  for (const text of ['', '   ', undefined])
    it(`rejects “${String(text)}” as a missing place`, async () => {
      const { errors } = await problemOf(await find(text));
      assert.equal(errors?.[0]?.code, 'place.missing');
    });

  it('does not log the postcode', async () => {
    await find('YO1 7HH');
    assert.doesNotMatch(JSON.stringify([backend.requests, backend.errors]), /YO1/i);
  });
});
