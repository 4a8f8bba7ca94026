import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod/mini';
import type { Activity } from '../../../src/directory/contract/activity.js';
import { readService } from '../../../src/directory/open-referral/read-service.js';
import { isRecord } from '../../../src/core/record.js';
import { loadSampleData } from '../../../server/sample-data/fill-with-sample-data.js';
import { sampleActivities } from '../../../server/sample-data/sample-activities.js';
import { serviceAtLocation } from '../../../server/open-referral-uk/location.js';
import { serviceSummary, serviceDetail } from '../../../server/open-referral-uk/service.js';
import {
  PlacedShape,
  RootShape,
  resources,
  schemaFiles,
  shapes,
} from './open-referral-uk-shape.js';
import {
  type TestBackend,
  demonstration,
  jsonOf,
  now,
  openBackend,
  problemOf,
} from '../harness.js';

const count = 120;
const samples: ReadonlyMap<string, Activity> = new Map(
  [...sampleActivities('northside', count)].map(({ activity }) => [activity.id, activity]),
);
const venues = [...samples.values()].reduce((sum, one) => sum + one.venues.length, 0);

// Base address of the references between the schema files.
const base = 'http://schemas.test/';
const schemas = fileURLToPath(new URL('../../../shared/schemas/oruk-3.0/', import.meta.url));

/** Validates with the official schemas of the UK profile if they are installed beside the project, which may not include them. */
function schemaErrors(file: string): (value: unknown) => readonly string[] {
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

const awkward: Activity = {
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

describe('an activity in Open Referral UK', () => {
  const one = serviceDetail(awkward, []);

  it('is valid according to the UK profile, whatever values are missing', () => {
    assert.deepEqual(schemaErrors(schemaFiles.services.one)(one), []);
    assert.equal(z.safeParse(shapes.services.one, one).error?.message, undefined);
    const [first, second] = [0, 1].map((position) => ({
      ...serviceAtLocation(awkward, position),
      service: serviceSummary(awkward),
    }));
    for (const placed of [first, second]) {
      assert.deepEqual(schemaErrors(schemaFiles.service_at_locations.one)(placed), []);
      assert.equal(z.safeParse(PlacedShape, placed).error?.message, undefined);
    }
  });

  it('has only weekly and monthly recurrence rules', () => {
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

  it('has no duplicate ids', () => {
    const ids = [...JSON.stringify(one).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('the Open Referral UK 3.0 API', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await openBackend({ now: () => now });
    await loadSampleData(backend.activities, await demonstration(), { count, now });
  });
  after(() => backend.close());

  const get = (path: string): Promise<unknown> => jsonOf(backend.ask(`/oruk/v3${path}`));
  const page = async (path: string) => z.parse(Page, await get(path));

  /** The contents of all pages up to the one marked as the last. */
  const all = async (resource: string) => {
    const found = [];
    for (let at = 1; ; at += 1) {
      const { contents, last_page: isLast } = await page(`/${resource}?per_page=50&page=${at}`);
      found.push(...contents);
      if (isLast === true) return found;
    }
  };

  for (const path of ['', '/'])
    it(`describes itself at /oruk/v3${path}`, async () => {
      assert.deepEqual(z.safeParse(RootShape, await get(path)).error, undefined);
    });

  for (const resource of resources) {
    it(`lists ${resource} in valid pages without duplicates`, async () => {
      const errorsOf = schemaErrors(schemaFiles[resource].entry);
      const entries = await all(resource);
      for (const entry of entries) assert.deepEqual(errorsOf(entry), []);
      assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
      assert.equal((await page(`/${resource}`)).total_items, entries.length);
      const first = z.safeParse(shapes[resource].page, await get(`/${resource}`));
      assert.equal(first.error?.message, undefined);
    });

    it(`returns each of ${resource} by id in a valid form`, async () => {
      const errorsOf = schemaErrors(schemaFiles[resource].one);
      const entries = await all(resource);
      assert.ok(entries.length > 0);
      for (const { id } of entries) {
        const one = await get(`/${resource}/${id}`);
        assert.ok(isRecord(one) && one['id'] === id);
        assert.deepEqual(errorsOf(one), []);
        assert.equal(z.safeParse(shapes[resource].one, one).error?.message, undefined);
      }
    });

    it(`answers 404 for ${resource} with an unknown id`, async () => {
      for (const id of ['00000000-0000-4000-8000-000000000000', 'nothing']) {
        const response = await backend.ask(`/oruk/v3/${resource}/${id}`);
        assert.equal((await problemOf(response)).status, 404);
      }
    });
  }

  it('returns correct totals, also on the last page and after it', async () => {
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

  it('returns at most 100 items per page, and the first page for an invalid page number', async () => {
    assert.equal((await page('/services?per_page=5000')).contents.length, 100);
    for (const senseless of ['0', '-1', 'x', '1.5'])
      assert.equal((await page(`/services?page=${senseless}`))['page_number'], 1);
  });

  it('loses no important values when our own import reads it', async () => {
    for (const activity of samples.values()) {
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

  // Access features are published as text, which the import also keeps as text.
  const place = ({ accessText: _, ...venue }: Activity['venues'][number]) => venue;

  it('searches by text and by taxonomy term, in pages', async () => {
    const terms = await all('taxonomy_terms');
    const arts = terms.find((term) => term['term'] === 'arts');
    const wanted = [...samples.values()].filter(({ categories }) => categories.includes('arts'));
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

  it('can be read from pages of any origin, and cached', async () => {
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

  it('serves the first service by default, and only the activities of the service', async () => {
    const named = await jsonOf(backend.ask('/northside/oruk/v3/services'));
    assert.deepEqual(named, await get('/services'));
    const other = z.parse(Page, await jsonOf(backend.ask('/southside/oruk/v3/services')));
    assert.equal(other.total_items, 0);
    const [id] = samples.keys();
    const hidden = await backend.ask(`/southside/oruk/v3/services/${id ?? ''}`);
    assert.equal(hidden.status, 404);
    assert.equal((await backend.ask('/nobody/oruk/v3/services')).status, 404);
  });
});
