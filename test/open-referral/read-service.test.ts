import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAliss } from '../../src/client/open-referral/read-aliss.js';
import { kindOf, listIn, readRecord } from '../../src/client/open-referral/read-list.js';
import { readService } from '../../src/client/open-referral/read-service.js';

// Every service here is made up.
const activityOf = (json: Readonly<Record<string, unknown>>) => {
  const read = readService({ id: 's1', name: 'Walk', ...json });
  return read.ok ? read.record.activity : assert.fail('the record was refused');
};

describe('a service of Open Referral', () => {
  it('is refused with its reason where it has no name or no id', () => {
    assert.deepEqual(readService({ id: 's1' }), {
      ok: false,
      refused: { id: 's1', field: 'name', reason: 'is missing' },
    });
    assert.deepEqual(readService({ name: 'Walk' }), {
      ok: false,
      refused: { id: 'Walk', field: 'id', reason: 'is missing' },
    });
  });

  const ages: readonly (readonly [string, unknown, unknown, object])[] = [
    ['0 to 100 as no limit', 0, 100, {}],
    ['the wrong way round', 65, 18, { from: 18, to: 65 }],
    ['as text', '18', null, { from: 18 }],
    ['with an oldest age of 0, which is none', 60, 0, { from: 60 }],
  ];
  for (const [what, from, to, expected] of ages)
    it(`may write ages ${what}`, () => {
      assert.deepEqual(activityOf({ minimum_age: from, maximum_age: to }).ages, expected);
    });

  it('is free when every price is nothing, and nobody knows when none is named', () => {
    assert.equal(activityOf({ cost_options: [{ amount: 0 }] }).cost.isFree, true);
    assert.equal(activityOf({ cost_options: [{ amount: 0 }, { amount: 3.5 }] }).cost.isFree, false);
    assert.equal(activityOf({}).cost.isFree, undefined);
    assert.equal(activityOf({ fees: 'Free of charge' }).cost.isFree, true);
  });

  it('has a rule of what RFC 5545 knows, and of nothing else', () => {
    const rule = (schedule: object) => activityOf({ schedules: [schedule] }).sessions[0]?.rule;
    assert.equal(
      rule({ freq: 'WEEKLY', byday: 'TU,TH', interval: 2 }),
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
    );
    assert.equal(rule({ freq: 'WEEKLY', byday: 'TU', bymonthday: '2,3' }), 'FREQ=WEEKLY;BYDAY=TU');
    assert.equal(rule({ freq: 'MONTHLY', byday: '1MO' }), 'FREQ=MONTHLY;BYDAY=1MO');
    assert.equal(rule({ freq: 'SOMETIMES' }), undefined);
    assert.equal(rule({ freq: 'WEEKLY', byday: 'whenever' }), 'FREQ=WEEKLY');
  });

  it('has no coordinates that are none', () => {
    const venue = activityOf({
      service_at_locations: [{ location: { name: 'Hall', latitude: 100, longitude: 101 } }],
    }).venues[0];
    assert.deepEqual(venue, { name: 'Hall', address: [], access: [] });
  });

  it('offers nothing that its text says is not there', () => {
    const venue = (description: string) =>
      activityOf({ locations: [{ name: 'Hall', accessibility: [{ description }] }] }).venues[0]
        ?.access;
    assert.deepEqual(venue('No parking, not wheelchair accessible'), []);
    assert.deepEqual(venue('No steps, parking behind the hall'), ['step-free', 'parking']);
  });

  it('has its phone wherever the feed has put it', () => {
    const number = '01632 960 001';
    for (const json of [
      { phones: [{ number }] },
      { contacts: [{ phones: [{ number }] }] },
      { organization: { name: 'Org', phones: [{ number }] } },
      { service_at_locations: [{ location: { phones: [{ number }] } }] },
    ])
      assert.equal(activityOf(json).contact.phone, number);
  });

  it('is never said to be checked by a person’s own address', () => {
    const { checked } = activityOf({
      assured_date: '2026-01-02',
      assurer_email: 'pat@example.org',
    });
    assert.deepEqual(checked, { date: '2026-01-02', by: 'example.org' });
  });

  it('is read from version 1, too', () => {
    const activity = activityOf({
      eligibilitys: [{ minimum_age: 50, maximum_age: 100, eligibility: 'Over 50s' }],
      regular_schedules: [{ opens_at: '09:30', closes_at: '11:00', byday: 'MO', freq: 'WEEKLY' }],
      service_taxonomys: [
        { taxonomy: { id: '73', name: 'Walking', vocabulary: 'esdServiceTypes' } },
      ],
      service_at_locations: [
        {
          location: {
            name: 'Park',
            physical_addresses: [{ address_1: 'Mill Lane', postal_code: 'ts181hu' }],
          },
        },
      ],
    });
    assert.deepEqual(activity.ages, { from: 50 });
    assert.deepEqual(activity.terms, ['Walking']);
    assert.equal(activity.venues[0]?.postcode, 'TS18 1HU');
    assert.equal(activity.sessions[0]?.opens, '09:30');
  });

  it('tells what capacity HSDS 3.1 gives', () => {
    assert.deepEqual(
      activityOf({ capacities: [{ available: 0, maximum: 10 }], wait_time: '6 weeks' }).capacity,
      {
        state: 'waiting-list',
        available: 0,
        maximum: 10,
        note: '6 weeks',
      },
    );
  });
});

describe('a service of ALISS', () => {
  it('keeps its own page, categories and review', () => {
    const read = readAliss({
      id: 'x',
      name: 'Soup',
      categories: [{ name: 'Food & Nutrition', slug: 'food-nutrition' }],
      last_reviewed: '2026-02-03T10:00:00',
      aliss_url: 'https://www.aliss.org/services/soup/',
    });
    assert.ok(read.ok);
    assert.deepEqual(read.record.activity.terms, ['Food & Nutrition']);
    assert.equal(read.record.activity.page, 'https://www.aliss.org/services/soup/');
    assert.equal(read.record.activity.checked?.date, '2026-02-03');
  });
});

describe('an answer of a feed', () => {
  const kinds: readonly (readonly [string, unknown, string | undefined])[] = [
    ['the root of version 3', { version: 'HSDS-UK-3.0' }, 'open-referral-3'],
    ['a page of version 1', { totalElements: 3, content: [{ id: '1' }] }, 'open-referral-1'],
    ['ALISS', { meta: {}, data: [{ id: '1' }] }, 'aliss'],
    ['a page of version 3', { contents: [{ id: '1' }] }, 'open-referral-3'],
    ['something else', { hello: 'you' }, undefined],
  ];
  for (const [what, json, kind] of kinds)
    it(`is told to be ${what}`, () => {
      assert.equal(kindOf(json), kind);
    });

  it('gives each service of an organisation, with the organisation', () => {
    const organisation = { id: 'o', name: 'Org', services: [{ id: 's', name: 'Walk' }] };
    assert.deepEqual(listIn(organisation), [organisation]);
    const [read] = readRecord('open-referral-3', organisation);
    assert.ok(read?.ok);
    assert.equal(read.record.activity.organisation?.name, 'Org');
  });
});
