import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod/mini';
import type { Activity } from '../../src/contract/activity.js';
import { readService } from '../../src/client/open-referral/read-service.js';
import { isRecord } from '../../src/shared/record.js';
import { loadMadeUp } from '../../server/made-up/fill.js';
import { madeUpActivities } from '../../server/made-up/activities.js';
import { serviceAtLocation } from '../../server/oruk/location.js';
import { thinService, wholeService } from '../../server/oruk/service.js';
import { PlacedShape, RootShape, resources, schemaFiles, shapes } from './oruk-shape.js';
import { type TestBackend, demonstration, jsonOf, now, openBackend, problemOf } from './harness.js';

const count = 120;
const made: ReadonlyMap<string, Activity> = new Map(
  [...madeUpActivities('northside', count)].map(({ activity }) => [activity.id, activity]),
);
const venues = [...made.values()].reduce((sum, one) => sum + one.venues.length, 0);

// By which the files name each other.
const base = 'http://schemas.test/';
const schemas = fileURLToPath(new URL('../../../shared/schemas/oruk-3.0/', import.meta.url));

/** Complaints of the profile's own schema, where its files lie beside the project. They may not be part of it. */
function complaints(file: string): (value: unknown) => readonly string[] {
  if (!existsSync(schemas)) return () => [];
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const read = (name: string): Record<string, unknown> => {
    const json: unknown = JSON.parse(readFileSync(schemas + name, 'utf8'));
    assert.ok(isRecord(json));
    return json;
  };
  if (file === 'taxonomy.json')
    ajv.addSchema({ ...read('taxonomy_term.json'), $id: `${base}taxonomy_term.json` });
  const validate = ajv.compile({ ...read(file), $id: base + file });
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
}

const Page = z.looseObject({
  total_items: z.number(),
  contents: z.array(z.looseObject({ id: z.string() })),
});

const nasty: Activity = {
  id: '7cb585a4-921f-83ad-822b-ceeb2cd49dff',
  name: 'Made-up club',
  organisation: {
    name: 'Made-up club',
    website: 'not an address',
    identifiers: [{ scheme: 'GB-CHC', id: '1' }],
  },
  status: 'closed',
  categories: ['no-longer-there'],
  terms: ['Chess', 'Chess'],
  capacity: { state: 'waiting-list', note: 'About 4 weeks' },
  ages: {},
  cost: { options: [{ label: 'Ask us' }] },
  attendance: ['phone'],
  venues: [
    { address: [], access: [] },
    { address: [], postcode: 'ZZ99 9ZZ', access: ['step-free'], accessText: 'Ring the bell' },
    { address: ['A', 'B', 'C'], latitude: 54.5, longitude: -1.3, access: [] },
  ],
  areas: [{ name: 'England', outcodes: [], isEverywhere: true }],
  sessions: [
    { rule: 'FREQ=DAILY' },
    { rule: 'FREQ=YEARLY;BYMONTH=5', text: 'Once a year in May' },
    { rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR', bookingUrl: 'https://example.org/a b' },
  ],
  languages: ['en', 'x-nobody'],
  joining: [],
  contact: { email: 'someone at example.org', website: 'https://example.org/ä' },
  updated: '2026-11-01',
  source: { name: 'Made-up feed', attribution: [] },
  more: [],
};

describe('the form of an activity in Open Referral', () => {
  const one = wholeService(nasty, []);

  it('is as the profile demands, whatever the activity says or does not say', () => {
    assert.deepEqual(complaints(schemaFiles.services.one)(one), []);
    assert.equal(z.safeParse(shapes.services.one, one).error?.message, undefined);
    const [first, second] = [0, 1].map((position) => ({
      ...serviceAtLocation(nasty, position),
      service: thinService(nasty),
    }));
    for (const placed of [first, second]) {
      assert.deepEqual(complaints(schemaFiles.service_at_locations.one)(placed), []);
      assert.equal(z.safeParse(PlacedShape, placed).error?.message, undefined);
    }
  });

  it('tells rules in weeks and months, and nothing of those that are neither', () => {
    const Schedules = z.array(
      z.object({
        freq: z.optional(z.string()),
        byday: z.optional(z.string()),
        interval: z.optional(z.number()),
      }),
    );
    assert.deepEqual(z.parse(Schedules, one['schedules']), [
      { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU' },
      {},
      { freq: 'MONTHLY', byday: '-1FR', interval: 2 },
    ]);
  });

  it('has each id once', () => {
    const ids = [...JSON.stringify(one).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('the directory as a source of Open Referral UK 3.0', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await openBackend({ now: () => now });
    await loadMadeUp(backend.activities, await demonstration(), { count, now });
  });
  after(() => backend.close());

  const get = (path: string): Promise<unknown> => jsonOf(backend.ask(`/oruk/v3${path}`));
  const page = async (path: string) => z.parse(Page, await get(path));

  /** Every page to the end, by counts that are to be trusted. */
  const all = async (resource: string) => {
    const found = [];
    for (let at = 1; ; at += 1) {
      const { contents, last_page: isLast } = await page(`/${resource}?per_page=50&page=${at}`);
      found.push(...contents);
      if (isLast === true) return found;
    }
  };

  for (const path of ['', '/'])
    it(`says at /oruk/v3${path} what it is`, async () => {
      assert.deepEqual(z.safeParse(RootShape, await get(path)).error, undefined);
    });

  for (const resource of resources) {
    it(`lists ${resource} as the profile demands, page by page, each once`, async () => {
      const complain = complaints(schemaFiles[resource].entry);
      const entries = await all(resource);
      for (const entry of entries) assert.deepEqual(complain(entry), []);
      assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
      assert.equal((await page(`/${resource}`)).total_items, entries.length);
      const first = z.safeParse(shapes[resource].page, await get(`/${resource}`));
      assert.equal(first.error?.message, undefined);
    });

    it(`gives each of ${resource} on its own as the profile demands`, async () => {
      const complain = complaints(schemaFiles[resource].one);
      const entries = await all(resource);
      assert.ok(entries.length > 0);
      for (const { id } of entries) {
        const one = await get(`/${resource}/${id}`);
        assert.ok(isRecord(one) && one['id'] === id);
        assert.deepEqual(complain(one), []);
        assert.equal(z.safeParse(shapes[resource].one, one).error?.message, undefined);
      }
    });

    it(`has none of ${resource} under an id that it does not know`, async () => {
      for (const id of ['00000000-0000-4000-8000-000000000000', 'nothing']) {
        const response = await backend.ask(`/oruk/v3/${resource}/${id}`);
        assert.equal((await problemOf(response)).status, 404);
      }
    });
  }

  it('counts truly, on the last page and behind it', async () => {
    assert.equal((await all('services')).length, count);
    assert.equal((await all('service_at_locations')).length, venues);
    const { contents, ...last } = await page('/services?page=3&per_page=50');
    assert.deepEqual(last, {
      total_items: 120,
      total_pages: 3,
      page_number: 3,
      size: 20,
      first_page: false,
      last_page: true,
      empty: false,
    });
    assert.equal(contents.length, 20);
    const behind = await page('/services?page=4&per_page=50');
    assert.deepEqual([behind['empty'], behind['size'], behind.total_items], [true, 0, 120]);
  });

  it('gives a hundred at most, and takes a senseless page for the first', async () => {
    assert.equal((await page('/services?per_page=5000')).contents.length, 100);
    for (const senseless of ['0', '-1', 'x', '1.5'])
      assert.equal((await page(`/services?page=${senseless}`))['page_number'], 1);
  });

  it('loses nothing that counts when our own reader reads it', async () => {
    for (const activity of made.values()) {
      const json = await get(`/services/${activity.id}`);
      assert.ok(isRecord(json));
      const read = readService(json);
      assert.ok(read.ok);
      const { activity: again } = read.record;
      for (const [what, before, then] of [
        ['name', activity.name, again.name],
        ['organisation', activity.organisation, again.organisation],
        ['description', activity.description, again.description],
        ['status', activity.status, again.status],
        ['ages', activity.ages, again.ages],
        ['cost', activity.cost.options, again.cost.options],
        ['venues', activity.venues.map(place), again.venues.map(place)],
        ['sessions', activity.sessions, again.sessions],
        ['languages', activity.languages, again.languages],
        ['joining', activity.joining, again.joining],
        ['phone', activity.contact.phone, again.contact.phone],
        ['checked', activity.checked?.date, again.checked?.date],
      ] as const)
        assert.deepEqual(then, before, what);
    }
  });

  // Access is told in words, which the reader reads as words, too.
  const place = ({ accessText: _, ...venue }: Activity['venues'][number]) => venue;

  it('finds by words and by subject, as far as pages go', async () => {
    const terms = await all('taxonomy_terms');
    const arts = terms.find((term) => term['term'] === 'arts');
    const wanted = [...made.values()].filter(({ categories }) => categories.includes('arts'));
    const found = await page(`/services?taxonomy_term_id=${arts?.id ?? ''}&per_page=100`);
    assert.deepEqual(found.contents.map(({ id }) => id).sort(), wanted.map(({ id }) => id).sort());
    const second = await page(`/services?taxonomy_term_id=${arts?.id ?? ''}&per_page=2&page=2`);
    assert.deepEqual(
      second.contents.map(({ id }) => id),
      found.contents.slice(2, 4).map(({ id }) => id),
    );
    const [one] = wanted;
    const word = one?.name.split(/[ ,]/).at(-1) ?? '';
    const named = await page(`/services?search=${encodeURIComponent(word)}`);
    assert.ok(named.contents.some(({ id }) => id === one?.id));
    assert.equal((await page('/services?taxonomy_term_id=nothing')).total_items, 0);
  });

  it('may be read by every page of the web, and kept by caches', async () => {
    const init = { headers: { origin: 'https://anybody.example' } };
    const response = await backend.ask('/oruk/v3/services', init);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.match(response.headers.get('cache-control') ?? '', /^public, max-age=\d+/);
    const again = await backend.ask('/oruk/v3/services', {
      headers: { ...init.headers, 'if-none-match': response.headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304);
    assert.equal(again.headers.get('access-control-allow-origin'), '*');
  });

  it('serves the first service where none is named, and no service’s activities as another’s', async () => {
    const named = await jsonOf(backend.ask('/northside/oruk/v3/services'));
    assert.deepEqual(named, await get('/services'));
    const other = z.parse(Page, await jsonOf(backend.ask('/southside/oruk/v3/services')));
    assert.equal(other.total_items, 0);
    const [id] = made.keys();
    const hidden = await backend.ask(`/southside/oruk/v3/services/${id ?? ''}`);
    assert.equal(hidden.status, 404);
    assert.equal((await backend.ask('/nobody/oruk/v3/services')).status, 404);
  });
});
