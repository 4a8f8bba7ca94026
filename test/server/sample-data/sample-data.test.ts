import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextDates } from '../../../server/directory/store/next-dates.js';
import {
  loadSampleData,
  fillWithSampleData,
} from '../../../server/sample-data/fill-with-sample-data.js';
import { sampleActivities } from '../../../server/sample-data/sample-activities.js';
import { outcodes } from '../../../server/geography/outcodes.js';
import { Activity } from '../../../src/directory/contract/activity.js';
import { demonstration, now, openBackend } from '../harness.js';

const samples = [...sampleActivities('northside', 2000)];
const activities = samples.map(({ activity }) => activity);
const share = (fits: (activity: Activity) => boolean): number =>
  activities.filter(fits).length / activities.length;

describe('sampleActivities', () => {
  it('generates the same activities each time, and a smaller number as the start of a larger one', () => {
    assert.deepEqual([...sampleActivities('northside', 50)], samples.slice(0, 50));
  });

  it('generates valid activities with unique ids', () => {
    for (const activity of activities)
      assert.deepEqual(Activity.parse(structuredClone(activity)), activity);
    assert.equal(new Set(activities.map(({ id }) => id)).size, 2000);
  });

  it('states in every activity that it is made up', () => {
    for (const { source, more } of activities) {
      assert.match(source.name, /made-up/i);
      assert.ok(source.attribution.some(({ text }) => /made up/i.test(text)));
      assert.ok(more.some(({ text }) => /made up/i.test(text)));
    }
  });

  it('uses only phone numbers, mail addresses and links that are reserved for examples', () => {
    for (const { contact, organisation } of activities) {
      assert.match(contact.phone ?? '', /^01632 960\d{3}$/);
      assert.match(contact.email ?? '', /@example\.org$/);
      assert.match(contact.website ?? '', /\/\/www\.example\.org/);
      assert.match(organisation?.website ?? '', /\/\/www\.example\.org/);
    }
  });

  it('covers every category of the demonstration and no other', async () => {
    const { directory } = await demonstration();
    const known = (directory?.categories ?? []).map(({ id }) => id);
    const used = new Set(activities.flatMap(({ categories }) => categories));
    assert.deepEqual([...used].sort(), [...known].sort());
  });

  it('places most activities around the demonstration’s town, at real outward codes', () => {
    const codes = new Set(outcodes().map(({ code }) => code));
    const isHome = ({ venues }: Activity): boolean =>
      venues.some(({ postcode = '' }) => postcode.startsWith('TS'));
    const hasVenue = share(({ venues }) => venues.length > 0);
    assert.ok(share(isHome) / hasVenue > 0.5 && share(isHome) / hasVenue < 0.75);
    for (const { venues } of activities)
      for (const { postcode = '' } of venues) assert.ok(codes.has(postcode.split(' ')[0] ?? ''));
  });

  const kinds: readonly (readonly [string, (activity: Activity) => boolean])[] = [
    ['several venues', ({ venues }) => venues.length > 1],
    ['no venue', ({ venues }) => venues.length === 0],
    ['an area', ({ areas }) => areas.some((area) => area.outcodes.length > 0)],
    ['the whole country', ({ areas }) => areas.some(({ isEverywhere }) => isEverywhere)],
    ['a waiting list', ({ capacity }) => capacity?.state === 'waiting-list'],
    ['no places left', ({ capacity }) => capacity?.state === 'full'],
    ['no charge', ({ cost }) => cost.isFree === true],
    ['a lower price for some', ({ cost }) => cost.options.length > 1],
    ['an age limit', ({ ages }) => ages.from !== undefined],
    ['another language', ({ languages }) => languages.length > 1],
    ['step-free access', ({ venues }) => venues.some(({ access }) => access.includes('step-free'))],
    ['online sessions', ({ attendance }) => attendance.includes('online')],
    ['times only as text', ({ sessions }) => sessions.every(({ rule }) => rule === undefined)],
    ['a referral needed', ({ isOpenToSelfReferral }) => isOpenToSelfReferral === false],
    ['no date of a check', ({ checked }) => checked === undefined],
    ['a notice', ({ alert }) => alert !== undefined],
  ];
  for (const [what, has] of kinds)
    it(`generates activities with ${what}, and others without`, () => {
      assert.ok(share(has) > 0.01 && share(has) < 0.95, String(share(has)));
    });

  for (const day of ['2026-03-01', '2026-11-24', '2031-07-15'])
    it(`generates recurring sessions that have a next date after ${day}`, () => {
      const clock = { after: new Date(day), most: 1, timeZone: 'Europe/London' };
      for (const { sessions, name } of activities.slice(0, 200))
        if (sessions.some(({ rule }) => rule !== undefined))
          assert.equal(nextDates(sessions, clock).length, 1, name);
    });

  it('generates a million activities one at a time', () => {
    const endless = sampleActivities('northside', 1_000_000);
    assert.equal(endless.next().value?.sourceId, 'made-up-0');
    assert.equal(endless.return(undefined).done, true);
  });
});

describe('fillWithSampleData', () => {
  it('fills an empty directory whose settings ask for it, and no other', async () => {
    const backend = await openBackend();
    try {
      const service = await demonstration();
      const asks = { ...service, directory: { categories: [], sampleActivities: 30 } };
      const real = { ...service, id: 'southside', directory: { categories: [] } };
      assert.deepEqual(await fillWithSampleData(backend.activities, [asks, real], now), [
        'northside',
      ]);
      assert.equal(await backend.activities.count('northside'), 30);
      assert.equal(await backend.activities.count('southside'), 0);
      assert.deepEqual(await fillWithSampleData(backend.activities, [asks, real], now), []);
      await loadSampleData(backend.activities, asks, { count: 10, now });
      assert.equal(await backend.activities.count('northside'), 10);
    } finally {
      await backend.close();
    }
  });
});
