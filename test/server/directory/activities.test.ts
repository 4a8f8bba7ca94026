import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sampleActivities } from '../../../server/sample-data/sample-activities.js';
import { sampleFeed } from '../../../server/settings/reserved-feeds.js';
import { ActivityDetail } from '../../../src/directory/contract/activity.js';
import { ActivityPage } from '../../../src/directory/contract/activity-page.js';
import { Place } from '../../../src/directory/contract/directory.js';
import { type TestBackend, openBackend } from '../harness.js';

const now = new Date('2026-11-24T12:00:00Z');
const count = 600;

describe('the directory API', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await openBackend({ now: () => now });
    const labels = new Map([['moving', 'Sport and moving']]);
    const of = { service: 'northside', feed: sampleFeed, labels, now, timeZone: 'Europe/London' };
    const load = await backend.activities.beginLoad(of);
    await load.add([...sampleActivities('northside', count)]);
    await load.finish();
  });
  after(() => backend.close());

  const path = (query: string) => `/api/v1/activities?partner=open-door&${query}`;
  const search = async (query: string) => {
    const response = await backend.ask(path(query));
    assert.equal(response.status, 200);
    return ActivityPage.parse(await response.json());
  };

  it('returns every activity once, page by page, in any order', async () => {
    for (const sort of ['soonest', 'checked', 'distance&place=TS18&distance=25']) {
      const seen: string[] = [];
      let total = 0;
      for (let after = ''; ;) {
        const page = await search(`sort=${sort}&limit=100&after=${after}`);
        seen.push(...page.items.map(({ id }) => id));
        total = page.total;
        if (page.next === undefined) break;
        after = page.next;
      }
      assert.equal(seen.length, total, sort);
      assert.equal(new Set(seen).size, total, sort);
    }
  });

  it('gives the exact number of results for each filter value', async () => {
    const { facets } = await search('place=TS18&distance=10');
    let looked = 0;
    for (const [name, counts] of Object.entries(facets))
      for (const [value, promised] of Object.entries(counts).slice(0, 4)) {
        if (name === 'distance') continue;
        const { total } = await search(`place=TS18&distance=10&${name}=${value}`);
        assert.equal(total, promised, `${name}=${value}`);
        looked += 1;
      }
    assert.ok(looked > 20);
    for (const [miles, promised] of Object.entries(facets['distance'] ?? {}))
      assert.equal(
        (await search(`place=TS18&distance=${miles}`)).total,
        promised,
        `${miles} miles`,
      );
  });

  it('counts the other values of a filter in use', async () => {
    const alone = (await search('day=mo')).facets['day'];
    const before = (await search('')).facets['day'];
    assert.deepEqual(alone, before);
  });

  it('finds other forms of a word and tolerates a typing error', async () => {
    const right = await search('q=singing');
    assert.ok(right.total > 0);
    assert.equal((await search('q=sing')).total >= right.total, true);
    const wrong = await search('q=gardning');
    assert.equal(wrong.corrected, 'gardening');
    assert.ok(wrong.total > 0);
  });

  it('sorts nearby activities by distance and marks those that only cover the area', async () => {
    const { items } = await search('place=TS18&distance=5&limit=100');
    const near = items.filter(({ reach }) => reach === 'near');
    assert.ok(near.length > 10);
    const metres = near.map(({ venue }) => venue?.distance ?? Infinity);
    assert.deepEqual(
      metres,
      [...metres].sort((one, other) => one - other),
    );
    assert.ok(metres.every((distance) => distance <= 5 * 1610));
    assert.ok(items.every(({ reach }) => reach !== undefined));
  });

  it('suggests filters to remove when there are no results, with the number of results', async () => {
    const page = await search('category=cookery&q=watercolour');
    assert.equal(page.total, 0);
    for (const { filter, count: promised } of page.loosen ?? []) {
      const { total } = await search(filter === 'text' ? 'category=cookery' : 'q=watercolour');
      assert.equal(total, promised, filter);
    }
    assert.equal(page.loosen?.length, 2);
  });

  it('returns an activity with its next three dates, all in the future', async () => {
    const { items } = await search('sort=soonest&limit=5');
    const id = items[0]?.id ?? '';
    const response = await backend.ask(`/api/v1/activities/${id}?partner=open-door&place=TS18`);
    const { upcoming, activity } = ActivityDetail.parse(await response.json());
    assert.equal(upcoming.length, 3);
    assert.ok(upcoming.every(({ starts, ends }) => Date.parse(ends ?? starts) > now.getTime()));
    assert.ok(activity.venues.every(({ distance }) => distance !== undefined));
    const file = await backend.ask(`/api/v1/activities/${id}.ics?partner=open-door`);
    assert.match(file.headers.get('content-type') ?? '', /^text\/calendar/);
    const text = await file.text();
    assert.match(text, /RRULE:FREQ=(WEEKLY|MONTHLY)/);
    assert.match(text, /DTSTART;TZID=Europe\/London:\d{8}T\d{6}/);
  });

  it('answers a repeated search with 304, so that caches can serve it', async () => {
    const first = await backend.ask(path('q=walk'));
    const tag = first.headers.get('etag') ?? '';
    assert.match(first.headers.get('cache-control') ?? '', /max-age=60/);
    const again = await backend.ask(path('q=walk'), { headers: { 'if-none-match': tag } });
    assert.equal(again.status, 304);
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['place=TS18+1AB', 'place'],
    ['place=ZZ99', 'place'],
    ['after=nonsense', 'after'],
    ['day=someday', 'day'],
  ];
  for (const [query, field] of wrong)
    it(`rejects ${query} and names the parameter`, async () => {
      const response = await backend.ask(path(query));
      assert.equal(response.status, 422);
      const { errors } = JSON.parse(await response.text());
      assert.equal(errors[0].field, field);
    });

  it('rejects a cursor from a page in another order', async () => {
    const { next = '' } = await search('sort=checked&limit=5');
    assert.equal((await backend.ask(path(`sort=checked&limit=5&after=${next}`))).status, 200);
    assert.equal((await backend.ask(path(`sort=soonest&limit=5&after=${next}`))).status, 422);
  });

  it('finds a postcode, a town and an outward code, to the nearest kilometre at best', async () => {
    for (const text of ['ts18 1ab', 'TS18', 'ts181ab', 'Redcar']) {
      const response = await backend.post('/api/v1/places?partner=open-door', { text });
      const place = Place.parse(await response.json());
      assert.match(place.id, /^([A-Z]{1,2}\d[A-Z\d]?|-?\d+\.\d\d,-?\d+\.\d\d)$/);
    }
    const unknown = await backend.post('/api/v1/places?partner=open-door', { text: 'Atlantis' });
    assert.equal(unknown.status, 422);
  });

  it('contains no activities of another service', async () => {
    const response = await backend.ask('/api/v1/activities?partner=youth-club&limit=1');
    assert.equal(ActivityPage.parse(await response.json()).total, 0);
  });
});
