import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAliss } from '../../../../src/directory/open-referral/read-aliss.js';
import { kindOf, listIn, readRecord } from '../../../../src/directory/open-referral/read-list.js';
import { readService } from '../../../../src/directory/open-referral/read-service.js';

// Every service here is made up.
const activityOf = (json: Readonly<Record<string, unknown>>) => {
  const read = readService({ id: 's1', name: 'Walk', ...json });
  return read.ok ? read.record.activity : assert.fail('the record was refused');
};

describe('a service of Open Referral', () => {
  it('is refused with the reason when it has no name or no id', () => {
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
    ['with a maximum of 0, which means no limit', 60, 0, { from: 60 }],
  ];
  for (const [what, from, to, expected] of ages)
    it(`may give ages ${what}`, () => {
      assert.deepEqual(activityOf({ minimum_age: from, maximum_age: to }).ages, expected);
    });

  it('is free when every price is zero, and unknown when it has no price', () => {
    assert.equal(activityOf({ cost_options: [{ amount: 0 }] }).cost.isFree, true);
    assert.equal(activityOf({ cost_options: [{ amount: 0 }, { amount: 3.5 }] }).cost.isFree, false);
    assert.equal(activityOf({}).cost.isFree, undefined);
    assert.equal(activityOf({ fees: 'Free of charge' }).cost.isFree, true);
  });

  it('has a recurrence rule from the parts that RFC 5545 defines, without any others', () => {
    const rule = (schedule: object) => activityOf({ schedules: [schedule] }).sessions[0]?.rule;
    assert.equal(
      rule({ freq: 'WEEKLY', byday: 'TU,TH', interval: 2 }),
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
    );
    assert.equal(rule({ freq: 'WEEKLY', byday: 'TU', bymonthday: '2,3' }), 'FREQ=WEEKLY;BYDAY=TU');
    assert.equal(rule({ freq: 'MONTHLY', byday: '1MO' }), 'FREQ=MONTHLY;BYDAY=1MO');
    assert.equal(rule({ freq: 'SOMETIMES' }), undefined);
    assert.equal(rule({ freq: 'WEEKLY', byday: 'whenever' }), 'FREQ=WEEKLY');
    assert.equal(rule({ freq: 'WEEKLY', byday: 'MO', interval: 1 }), 'FREQ=WEEKLY;BYDAY=MO');
  });

  const days: readonly (readonly [string, string, string])[] = [
    ['WEEKLY', '1MO', 'MO'],
    ['WEEKLY', '1MO,3MO', 'MO'],
    ['weekly', 'Monday, tues;WED', 'MO,TU,WE'],
    ['WEEKLY', 'Thurs Fridays', 'TH,FR'],
    ['MONTHLY', '-1Fri', '-1FR'],
  ];
  for (const [freq, byday, expected] of days)
    it(`keeps its days when a ${freq} rule gives them as ${byday}`, () => {
      const { sessions } = activityOf({ schedules: [{ freq, byday }] });
      assert.equal(sessions[0]?.rule, `FREQ=${freq.toUpperCase()};BYDAY=${expected}`);
    });
  for (const byday of ['most days', 'T', 'WEEKDAYS', '9MO', ''])
    it(`has no days when a rule gives them as ${JSON.stringify(byday)}`, () => {
      const { sessions } = activityOf({ schedules: [{ freq: 'WEEKLY', byday }] });
      assert.equal(sessions[0]?.rule, 'FREQ=WEEKLY');
    });

  it('has no coordinates when they are invalid', () => {
    const venue = activityOf({
      service_at_locations: [{ location: { name: 'Hall', latitude: 100, longitude: 101 } }],
    }).venues[0];
    assert.deepEqual(venue, { name: 'Hall', address: [], access: [] });
  });

  it('has no access features that its text denies', () => {
    const venue = (description: string) =>
      activityOf({ locations: [{ name: 'Hall', accessibility: [{ description }] }] }).venues[0]
        ?.access;
    assert.deepEqual(venue('No parking, not wheelchair accessible'), []);
    assert.deepEqual(venue('No steps, parking behind the hall'), ['step-free', 'parking']);
  });

  it('has its phone number wherever the feed gives it', () => {
    const number = '01632 960 001';
    for (const json of [
      { phones: [{ number }] },
      { contacts: [{ phones: [{ number }] }] },
      { organization: { name: 'Org', phones: [{ number }] } },
      { service_at_locations: [{ location: { phones: [{ number }] } }] },
    ])
      assert.equal(activityOf(json).contact.phone, number);
  });

  it('names only the organisation of the person who checked it', () => {
    const { checked } = activityOf({
      assured_date: '2026-01-02',
      assurer_email: 'pat@example.org',
    });
    assert.deepEqual(checked, { date: '2026-01-02', by: 'example.org' });
  });

  for (const address of [
    'pat@gmail.com',
    'pat@GoogleMail.com',
    'pat@hotmail.co.uk',
    'pat@yahoo.co.uk',
    'pat@outlook.com',
    'pat@icloud.com',
    'pat@btinternet.com',
    'pat@live.co.uk',
  ])
    it(`names no organisation that checked it when the address is at a mail provider: ${address}`, () => {
      const { checked } = activityOf({ assured_date: '2026-01-02', assurer_email: address });
      assert.deepEqual(checked, { date: '2026-01-02' });
    });
  for (const domain of ['me.example.org', 'sky.org.example', 'openmail.example.com'])
    it(`names the organisation that checked it: ${domain}`, () => {
      const { checked } = activityOf({
        assured_date: '2026-01-02',
        assurer_email: `pat@${domain}`,
      });
      assert.equal(checked?.by, domain);
    });

  for (const [status, expected] of [
    ['active', 'active'],
    ['temporarily closed', 'paused'],
    ['Temporarily_Closed', 'paused'],
    ['inactive', 'closed'],
    ['defunct', 'closed'],
    [undefined, 'active'],
  ] as const)
    it(`is ${expected} when its status is ${String(status)}`, () => {
      assert.equal(activityOf({ status }).status, expected);
    });

  it('has its phone number without quotation marks', () => {
    const phones = [{ number: '"01632 960 001"' }];
    assert.equal(activityOf({ phones }).contact.phone, '01632 960 001');
  });

  it('is for every age that one of its groups is for', () => {
    const eligibilities = [
      { minimum_age: 5, maximum_age: 11 },
      { minimum_age: 12, maximum_age: 17 },
    ];
    assert.deepEqual(activityOf({ eligibilities }).ages, { from: 5, to: 17 });
    assert.deepEqual(activityOf({ eligibilitys: eligibilities }).ages, { from: 5, to: 17 });
  });

  it('is also read from version 1', () => {
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

  const rooms: readonly (readonly [object, string | undefined])[] = [
    [{}, undefined],
    [{ capacities: [{ available: 3 }] }, 'open'],
    [{ capacities: [{ available: 0 }] }, 'full'],
    [{ capacities: [{ available: 0, description: 'Waiting list open' }] }, 'waiting-list'],
    [{ capacities: [{ available: 0 }], wait_time: '6 weeks' }, 'waiting-list'],
    [{ capacities: [{ available: 0 }], wait_time: 'No waiting list' }, 'full'],
    [{ capacities: [{ available: 0 }, { available: 2 }] }, 'open'],
    [{ capacities: [{ description: 'No spaces until May' }] }, 'full'],
    [{ capacities: [{ description: 'Fully booked' }] }, 'full'],
    [{ capacities: [{ description: 'Spaces available' }] }, 'open'],
    [{ capacities: [{ description: 'Talk to us' }] }, 'ask'],
    [{ capacities: [{ status: 'capacity' }] }, 'open'],
    [{ capacities: [{ status: 'no-capacity' }] }, 'full'],
    [{ capacities: [{ status: 'waitlist', available: 0 }] }, 'waiting-list'],
    [{ capacities: [{ status: 'additional-assessment-required' }] }, 'ask'],
    [{ wait_time: 'about 4 weeks' }, 'waiting-list'],
    [{ wait_time: 'No wait' }, 'open'],
    [{ wait_time: 'Ring and ask' }, 'ask'],
  ];
  for (const [json, state] of rooms)
    it(`has the capacity ${String(state)} when a feed says ${JSON.stringify(json)}`, () => {
      assert.equal(activityOf({ ...json }).capacity?.state, state);
    });

  it('gives the capacity details of HSDS 3.1', () => {
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
  it('keeps its page, categories and review date', () => {
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

  const soup = (more: object) => {
    const read = readAliss({ id: 'x', name: 'Soup', ...more });
    return read.ok ? read.record.activity : assert.fail('the record was refused');
  };

  it('has no coordinates when they are invalid, and no venue without a place', () => {
    const locations = [
      { latitude: 155.7, longitude: -2.3, name: 'Inn' },
      { latitude: 91, longitude: 0 },
      { latitude: 0, longitude: 0, postal_code: 'TD12 4JN' },
    ];
    assert.deepEqual(soup({ locations }).venues, [
      { name: 'Inn', address: [], access: [] },
      { postcode: 'TD12 4JN', address: [], access: [] },
    ]);
  });

  for (const [min, max, expected] of [
    [0, 100, {}],
    ['50', '100', { from: 50 }],
    [25, 16, { from: 16, to: 25 }],
    [60, 0, { from: 60 }],
  ] as const)
    it(`may give ages ${min} to ${max}`, () => {
      assert.deepEqual(soup({ community_groups: [{ is_range: true, min, max }] }).ages, expected);
    });

  it('has at each venue only the access features of that venue', () => {
    const activity = soup({
      locations: [
        { id: 'a', name: 'Inn' },
        { id: 'b', name: 'Hall' },
      ],
      accessibility_features: [
        { name: 'Hearing loop', location_id: 'b' },
        { name: 'Parking', additional_info: 'behind the church' },
      ],
    });
    assert.deepEqual(
      activity.venues.map(({ access }) => access),
      [['parking'], ['parking', 'hearing-loop']],
    );
    assert.deepEqual(activity.more[1], { label: 'Access', text: 'Parking: behind the church' });
  });

  it('recognises an outward code as a service area', () => {
    assert.deepEqual(soup({ service_areas: [{ name: 'td12' }, { name: 'Scotland' }] }).areas, [
      { name: 'td12', outcodes: ['TD12'], isEverywhere: false },
      { name: 'Scotland', outcodes: [], isEverywhere: true },
    ]);
  });
});

describe('a response of a feed', () => {
  const kinds: readonly (readonly [string, unknown, string | undefined])[] = [
    ['the root of version 3', { version: 'HSDS-UK-3.0' }, 'open-referral-3'],
    ['a page of version 1', { totalElements: 3, content: [{ id: '1' }] }, 'open-referral-1'],
    ['ALISS', { meta: {}, data: [{ id: '1' }] }, 'aliss'],
    ['a page of version 3', { contents: [{ id: '1' }] }, 'open-referral-3'],
    ['something else', { hello: 'you' }, undefined],
  ];
  for (const [what, json, kind] of kinds)
    it(`is recognised as ${what}`, () => {
      assert.equal(kindOf(json), kind);
    });

  it('gives each service of an organisation, with its organisation', () => {
    const organisation = { id: 'o', name: 'Org', services: [{ id: 's', name: 'Walk' }] };
    assert.deepEqual(listIn(organisation), [organisation]);
    const [read] = readRecord('open-referral-3', organisation);
    assert.ok(read?.ok);
    assert.equal(read.record.activity.organisation?.name, 'Org');
  });

  const otherRecords: readonly (readonly [string, object])[] = [
    ['a location', { id: '1', name: 'Hall', location_type: 'physical', organization_id: 'o' }],
    ['a subject', { id: '1', name: 'Walking', taxonomy: 'types', parent_id: '0' }],
    ['a subject', { name: 'Walking', slug: 'walking', sub_categories: [] }],
    ['a list of subjects', { id: '1', name: 'Types', description: '', version: '2' }],
    ['an organisation', { id: '1', name: 'Club', description: '', website: 'https://example.org' }],
    ['an organisation', { id: '1', name: 'Club', services: [] }],
    ['an organisation', { id: '1', name: 'Club', aliss_url: 'https://a.example/organisations/1/' }],
  ];
  for (const [what, json] of otherRecords)
    it(`is not read as a service when it is ${what}: ${JSON.stringify(json)}`, () => {
      for (const kind of ['open-referral-3', 'aliss'] as const) {
        const [read] = readRecord(kind, { ...json });
        assert.ok(read && !read.ok);
        assert.deepEqual(
          [read.refused.field, read.refused.reason],
          ['record', `is ${what}, not a service`],
        );
      }
    });

  it('may be a service that has fields of an organisation', () => {
    const [read] = readRecord('open-referral-3', {
      id: '1',
      name: 'Walk',
      website: 'https://example.org',
      organization: { name: 'Club' },
    });
    assert.equal(read?.ok, true);
  });

  it('gives a service with all details for one of its locations', () => {
    const [read] = readRecord('open-referral-3', {
      id: 'at',
      location: { name: 'Hall' },
      schedules: [{ freq: 'WEEKLY', byday: 'MO' }],
      phones: [{ number: '01632 960 001' }],
      service_areas: [{ name: 'Mill Lane' }],
      service: { id: 's', name: 'Walk' },
    });
    assert.ok(read?.ok);
    const { sourceId, isPart, activity } = read.record;
    assert.deepEqual([sourceId, isPart], ['s', true]);
    assert.equal(activity.venues[0]?.name, 'Hall');
    assert.equal(activity.sessions[0]?.rule, 'FREQ=WEEKLY;BYDAY=MO');
    assert.equal(activity.contact.phone, '01632 960 001');
    assert.equal(activity.areas[0]?.name, 'Mill Lane');
  });

  it('gives each service of an ALISS organisation, with its organisation', () => {
    const [read] = readRecord('aliss', {
      id: 'o',
      name: 'Org',
      services: [{ id: 's', name: 'Soup', service_areas: [] }],
    });
    assert.ok(read?.ok);
    assert.equal(read.record.activity.name, 'Soup');
    assert.equal(read.record.activity.organisation?.name, 'Org');
  });
});
