import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { ActivityDetail } from '../../../src/directory/contract/activity.js';
import { ActivityPage } from '../../../src/directory/contract/activity-page.js';
import {
  StoredSuggestion,
  StoredSuggestionPage,
} from '../../../src/suggestion/contract/activity-suggestion.js';
import { sampleActivities } from '../../../server/sample-data/sample-activities.js';
import { sampleFeed } from '../../../server/settings/reserved-feeds.js';
import { findOutcode } from '../../../server/geography/places.js';
import { examplesFor } from '../../../server/openapi/request-examples.js';
import { readRevisions } from '../../../server/directory/search/index/load-directory.js';
import { suggestionStore } from '../../../server/suggestions/suggestion-store.js';
import { suggestionPublisher } from '../../../server/suggestions/publish-suggestions.js';
import {
  callsTo,
  demonstration,
  jsonOf,
  openBackend,
  problemOf,
  type TestBackend,
  tokens,
  version,
} from '../harness.js';

const Receipt = z.strictObject({ reference: z.string(), receivedAt: z.string() });

const { suggestActivity: example } = examplesFor(version);

/** A suggestion that the demonstration accepts; the given changes replace its values, and `undefined` removes one. */
const suggestion = (changes: Readonly<Record<string, unknown>> = {}) => ({
  ...example,
  ...changes,
});

describe('a suggested activity', () => {
  let backend: TestBackend;
  let clock = Date.parse('2026-11-22T10:30:00Z');
  before(async () => (backend = await openBackend({ now: () => new Date(clock) })));
  after(() => backend.close());
  beforeEach(() => (clock += 60_000));

  const suggested = async (changes: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const response = await backend.suggest(suggestion(changes));
    assert.equal(response.status, 201);
    return z.parse(Receipt, await response.json()).reference;
  };
  const accept = (reference: string) =>
    backend.decide(reference, { decision: 'accept', by: 'Lin' });
  const decline = (reference: string) =>
    backend.decide(reference, { decision: 'decline', by: 'Ade', note: 'No longer there' });
  const decided = async (response: Response | Promise<Response>) =>
    z.parse(StoredSuggestion, await jsonOf(response));
  const list = async (query = '', service = 'northside') =>
    z.parse(
      StoredSuggestionPage,
      await jsonOf(
        backend.ask(`/api/v1/staff/activity-suggestions?${query}`, {
          headers: { authorization: `Bearer ${tokens.get(service) ?? ''}` },
        }),
      ),
    );
  const find = (id: string) => backend.ask(`/api/v1/activities/${id}?partner=open-door`);
  const search = async (query: string, from: Pick<TestBackend, 'ask'> = backend) =>
    z.parse(ActivityPage, await jsonOf(from.ask(`/api/v1/activities?partner=open-door&${query}`)));

  it('is stored as waiting and answered with a reference', async () => {
    const reference = await suggested({ name: 'Waiting room' });
    assert.match(reference, /^[23479BCDFGHJKMNPRTVWXY]{8}$/);
    const [newest] = (await list('state=waiting')).items;
    assert.deepEqual(newest, {
      reference,
      receivedAt: new Date(clock).toISOString(),
      partner: 'open-door',
      state: 'waiting',
      suggestion: suggestion({ name: 'Waiting room' }),
      decisions: [],
    });
    assert.equal((await search('q=waiting')).total, 0);
  });

  it('appears in the directory once staff have accepted it', async () => {
    const reference = await suggested({ name: 'Quilting bee' });
    const stored = await decided(accept(reference));
    const at = new Date(clock).toISOString();
    assert.deepEqual(
      [stored.state, stored.decisions],
      ['accepted', [{ decision: 'accept', at, by: 'Lin' }]],
    );
    const response = await find(stored.activity ?? '');
    const text = await response.clone().text();
    const { activity, upcoming } = z.parse(ActivityDetail, await response.json());
    const middle = findOutcode('TS18');
    assert.ok(middle);
    assert.deepEqual(activity, {
      id: stored.activity,
      name: 'Quilting bee',
      description: example.description,
      organisation: {
        name: 'Made-up Menders',
        website: 'https://menders.example.org/',
        identifiers: [],
      },
      status: 'active',
      categories: ['befriending'],
      terms: [],
      ages: { from: 18 },
      cost: { isFree: true, options: [] },
      attendance: ['in-person'],
      venues: [
        {
          name: 'Made-up Hall',
          address: ['1 Example Street, Stockton'],
          postcode: 'TS18 1HU',
          // The centre of TS18.
          latitude: middle.latitude,
          longitude: middle.longitude,
          access: ['step-free', 'hearing-loop'],
        },
      ],
      areas: [],
      sessions: [{ text: 'Tuesdays, 10am to noon' }],
      languages: [],
      joining: [],
      contact: { phone: '01632 960 330', website: 'https://menders.example.org/' },
      checked: { date: '2026-11-22', by: 'Northside Link' },
      updated: at,
      source: { name: 'Made-up Menders', attribution: [] },
      more: [],
    });
    assert.deepEqual(upcoming, []);
    // Only staff may see who suggested it.
    assert.doesNotMatch(text, /ade@example|Ade Example/);
  });

  it('is found by its words, place and filters', async () => {
    const { activity } = await decided(accept(await suggested({ name: 'Basket weaving' })));
    for (const query of [
      'q=weave',
      'q=basket&place=TS18&distance=3',
      'q=basket&free=yes&category=befriending&access=hearing-loop&age=60',
    ])
      assert.deepEqual(
        (await search(query)).items.map(({ id }) => id),
        [activity],
        query,
      );
    const oruk = await backend.ask(`/oruk/v3/services/${activity ?? ''}`);
    assert.match(await oruk.text(), /"name":"Basket weaving"/);
  });

  it('has no calendar file, because no dates are derived from its text', async () => {
    const { activity } = await decided(accept(await suggested()));
    const response = await find(`${activity ?? ''}.ics`);
    assert.equal((await problemOf(response)).status, 404);
  });

  it('leaves the directory when staff decline it and returns when they accept it again', async () => {
    const own = await openBackend();
    const { reference } = z.parse(Receipt, await jsonOf(own.suggest(suggestion())));
    const { activity = '' } = await decided(
      own.decide(reference, { decision: 'accept', by: 'Lin' }),
    );
    const there = async (): Promise<readonly number[]> => [
      (await own.ask(`/api/v1/activities/${activity}?partner=open-door`)).status,
      (await search('q=repair', own)).total,
    ];
    assert.deepEqual(await there(), [200, 1]);
    const gone = await decided(own.decide(reference, { decision: 'decline', by: 'Ade' }));
    assert.deepEqual([gone.state, gone.activity], ['declined', undefined]);
    assert.deepEqual(await there(), [404, 0]);
    const back = await decided(own.decide(reference, { decision: 'accept', by: 'Lin' }));
    assert.equal(back.activity, activity);
    assert.deepEqual(
      back.decisions.map(({ decision, by }) => `${decision} ${by}`),
      ['accept Lin', 'decline Ade', 'accept Lin'],
    );
    assert.deepEqual(await there(), [200, 1]);
    await own.close();
  });

  it('keeps the note of a decision', async () => {
    const { decisions } = await decided(decline(await suggested()));
    assert.deepEqual(decisions, [
      {
        decision: 'decline',
        at: new Date(clock).toISOString(),
        by: 'Ade',
        note: 'No longer there',
      },
    ]);
  });

  it('does not remove activities of other feeds', async () => {
    const own = await openBackend();
    const of = { service: 'northside', feed: sampleFeed, timeZone: 'Europe/London' };
    const load = await own.activities.beginLoad({ ...of, labels: new Map(), now: new Date(clock) });
    await load.add([...sampleActivities('northside', 20)]);
    await load.finish();
    const { reference } = z.parse(Receipt, await jsonOf(own.suggest(suggestion())));
    for (const [decision, count] of [
      ['accept', 21],
      ['decline', 20],
    ] as const) {
      await own.decide(reference, { decision, by: 'Lin' });
      assert.equal(await own.activities.count('northside'), count);
    }
    await own.close();
  });

  it('is decided correctly when several processes decide many at once', async () => {
    const own = await openBackend();
    const other = await openBackend({ url: own.url });
    const references = await Promise.all(
      Array.from({ length: 16 }, async (_, index) => {
        const sent = await own.suggest(suggestion({ name: `Ukulele ${index}` }));
        return z.parse(Receipt, await sent.json()).reference;
      }),
    );
    for (const round of ['accept', 'decline', 'accept'] as const) {
      // Every third one is declined in the end.
      const wanted = (index: number) => (round === 'accept' && index % 3 === 0 ? 'decline' : round);
      const answers = await Promise.all(
        references.map((reference, index) =>
          (index % 2 === 0 ? own : other).decide(reference, { decision: wanted(index), by: 'Lin' }),
        ),
      );
      assert.ok(answers.every(({ status }) => status === 200));
      const expected = references.filter((_, index) => wanted(index) === 'accept').length;
      assert.equal((await search('q=ukulele', own)).total, expected, round);
    }
    await other.close();
    await own.close();
  });

  it('is added at the next start if a process was killed before adding it', async () => {
    const own = await openBackend();
    const { reference } = z.parse(Receipt, await jsonOf(own.suggest(suggestion())));
    const suggestions = suggestionStore(own.database);
    const at = new Date(clock);
    await suggestions.decide('northside', reference, { decision: 'accept', by: 'Lin', at });
    assert.equal((await search('q=repair', own)).total, 0);
    const publish = suggestionPublisher({ activities: own.activities, suggestions, now: () => at });
    await publish(await demonstration());
    assert.equal((await search('q=repair', own)).total, 1);
    const before = await readRevisions(own.database, 'northside');
    await publish(await demonstration());
    assert.deepEqual(await readRevisions(own.database, 'northside'), before, 'nothing has changed');
    await own.close();
  });

  it('is plain text in the directory, whatever was typed', async () => {
    const { activity } = await decided(
      accept(
        await suggested({
          name: 'Bingo <img src=x onerror=alert(1)> night \u202e',
          description: 'One\n\n<script>alert(1)</script>two [here](https://evil.example) 1 < 2',
          when: 'Mondays\nand **Fridays**',
          free: 'no',
          price: '£2 a session',
          organisation: '<b>Made-up</b> Bingo',
          phone: undefined,
          website: 'bingo.example.org',
          email: 'bingo@example.org',
        }),
      ),
    );
    const { activity: found } = z.parse(ActivityDetail, await jsonOf(find(activity ?? '')));
    assert.equal(found.name, 'Bingo night');
    assert.equal(found.description, 'One\ntwo here 1 < 2');
    assert.equal(found.sessions[0]?.text, 'Mondays and Fridays');
    assert.deepEqual(found.cost, { options: [], text: '£2 a session' });
    assert.equal(found.source.name, 'Made-up Bingo');
    assert.deepEqual(found.contact, {
      website: 'https://bingo.example.org/',
      email: 'bingo@example.org',
    });
  });

  it('may be online only, without a venue', async () => {
    const { activity } = await decided(
      accept(await suggested({ place: 'online', address: undefined, postcode: undefined })),
    );
    const { activity: found } = z.parse(ActivityDetail, await jsonOf(find(activity ?? '')));
    assert.deepEqual([found.attendance, found.venues], [['online'], []]);
  });

  const wrong: readonly (readonly [Readonly<Record<string, unknown>>, string, string])[] = [
    [{ name: undefined }, 'name', 'suggestion.name.missing'],
    [{ name: '<br>' }, 'name', 'suggestion.name.missing'],
    [{ name: 'a'.repeat(101) }, 'name', 'suggestion.name.long'],
    [{ description: 'a'.repeat(2001) }, 'description', 'suggestion.description.long'],
    [{ category: 'circus' }, 'category', 'suggestion.category.missing'],
    [{ when: '' }, 'when', 'suggestion.when.missing'],
    [{ place: 'nowhere' }, 'place', 'suggestion.place.missing'],
    [{ postcode: 'nowhere' }, 'postcode', 'suggestion.postcode.shape'],
    [{ postcode: undefined }, 'postcode', 'suggestion.postcode.missing'],
    [{ place: 'both', address: undefined }, 'address', 'suggestion.address.missing'],
    [{ address: '<i> </i>' }, 'address', 'suggestion.address.missing'],
    [{ free: 'no' }, 'price', 'suggestion.price.missing'],
    [{ from: '12', to: '11' }, 'to', 'suggestion.to.clash'],
    [{ from: '1.5' }, 'from', 'suggestion.from.shape'],
    [{ to: '200' }, 'to', 'suggestion.to.shape'],
    [{ from: undefined }, 'from', 'suggestion.from.missing'],
    [{ access: ['lift'] }, 'access.0', 'field.shape'],
    [{ phone: undefined, website: undefined }, 'phone', 'suggestion.phone.missing'],
    [{ phone: '()-' }, 'phone', 'suggestion.phone.shape'],
    [{ email: 'x@y' }, 'email', 'suggestion.email.shape'],
    [{ website: 'javascript:alert(1)' }, 'website', 'suggestion.website.shape'],
    [{ website: 'mailto:a@example.org' }, 'website', 'suggestion.website.shape'],
    [{ website: 'our page' }, 'website', 'suggestion.website.shape'],
    [{ yourEmail: undefined }, 'yourEmail', 'suggestion.yourEmail.missing'],
    [{ state: 'accepted' }, 'state', 'field.unknown'],
  ];
  for (const [changes, field, code] of wrong)
    it(`is rejected for ${field} (${code}): ${JSON.stringify(changes).slice(0, 50)}`, async () => {
      const count = (await list('limit=200')).items.length;
      const problem = await problemOf(await backend.suggest(suggestion(changes)));
      assert.equal(problem.status, 422);
      assert.equal(problem.errors?.find((one) => one.field === field)?.code, code);
      assert.match(problem.errors[0]?.detail ?? '', /^[A-Z]/);
      assert.equal((await list('limit=200')).items.length, count);
    });

  it('is stored once, however often and however fast it is sent', async () => {
    const name = 'Sent again and again';
    const sends = Array.from({ length: 20 }, () =>
      backend.suggest(suggestion({ name }), 'again-01'),
    );
    const texts = await Promise.all((await Promise.all(sends)).map((one) => one.text()));
    assert.equal(new Set(texts).size, 1);
    assert.match(texts[0] ?? '', /"reference"/);
    const { items } = await list('limit=200');
    assert.equal(items.filter((one) => one.suggestion.name === name).length, 1);
    const problem = await problemOf(await backend.suggest(suggestion(), 'again-01'));
    assert.equal(problem.type, '/problems/idempotency-key-reused');
    const noKey = await backend.post(
      '/api/v1/activity-suggestions?partner=open-door',
      suggestion(),
    );
    assert.match((await problemOf(noKey)).detail ?? '', /Idempotency-Key/);
  });

  it('is rejected by a service that does not accept suggestions', async () => {
    const service = await demonstration();
    const { directory, ...rest } = service;
    assert.ok(directory);
    for (const services of [
      [{ ...service, directory: { ...directory, suggestions: false } }],
      [{ ...service, directory: { categories: directory.categories } }],
      [rest],
    ]) {
      const { suggest } = callsTo(backend.appOver({ services }));
      assert.equal((await problemOf(await suggest(suggestion()))).status, 404);
    }
  });

  it('is listed for staff in pages, by state', async () => {
    const own = await openBackend({ now: () => new Date(clock) });
    const references: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      clock += 1000;
      const sent = await jsonOf(own.suggest(suggestion()));
      references.push(z.parse(Receipt, sent).reference);
    }
    await own.decide(references[0] ?? '', { decision: 'accept', by: 'Lin' });
    await own.decide(references[1] ?? '', { decision: 'decline', by: 'Lin' });
    const page = async (query: string) => {
      const authorization = `Bearer ${tokens.get('northside') ?? ''}`;
      const path = `/api/v1/staff/activity-suggestions${query}`;
      return z.parse(
        StoredSuggestionPage,
        await jsonOf(own.ask(path, { headers: { authorization } })),
      );
    };
    const shown = async (query: string) => (await page(query)).items.map((one) => one.reference);
    assert.deepEqual(await shown(''), [...references].reverse());
    assert.deepEqual(await shown('?state=accepted'), [references[0]]);
    assert.deepEqual(await shown('?state=declined'), [references[1]]);
    const first = await page('?state=waiting&limit=2');
    assert.deepEqual(
      first.items.map((one) => one.reference),
      [references[4], references[3]],
    );
    assert.deepEqual(
      await shown(`?state=waiting&limit=2&before=${encodeURIComponent(first.next ?? '')}`),
      [references[2]],
    );
    await own.close();
  });

  it('can be seen and decided only by staff of the service', async () => {
    const reference = await suggested({ name: 'Ours alone' });
    const path = '/api/v1/staff/activity-suggestions';
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      assert.equal((await backend.ask(path, { headers })).status, 401);
      const body = { decision: 'accept', by: 'Mallory' };
      assert.equal(
        (await backend.post(`${path}/${reference}/decision`, body, headers)).status,
        401,
      );
    }
    assert.deepEqual((await list('', 'southside')).items, []);
    const other = { decision: 'accept', by: 'Mallory' };
    assert.equal(
      (await problemOf(await backend.decide(reference, other, 'southside'))).status,
      404,
    );
    const found = (await list()).items.find((one) => one.reference === reference);
    assert.deepEqual([found?.state, found?.decisions], ['waiting', []]);
  });

  it('is rejected with an unknown decision or page', async () => {
    const reference = await suggested();
    for (const body of [
      {},
      { decision: 'maybe', by: 'Lin' },
      { decision: 'accept' },
      { decision: 'accept', by: 'a'.repeat(71) },
      { decision: 'accept', by: 'Lin', note: 'a'.repeat(501) },
      { decision: 'accept', by: 'Lin', extra: 1 },
    ])
      assert.equal((await problemOf(await backend.decide(reference, body))).status, 422);
    for (const unknown of ['BBBBBBBB', 'x', '%00']) {
      const body = { decision: 'accept', by: 'Lin' };
      assert.equal((await problemOf(await backend.decide(unknown, body))).status, 404);
    }
    const authorization = `Bearer ${tokens.get('northside') ?? ''}`;
    for (const query of ['state=new', 'state=', 'limit=0', 'before=x']) {
      const path = `/api/v1/staff/activity-suggestions?${query}`;
      const response = await backend.ask(path, { headers: { authorization } });
      assert.equal((await problemOf(response)).status, 400, query);
    }
  });
});
