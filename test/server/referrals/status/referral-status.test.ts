import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { StatusAnswer } from '../../../../src/status/contract/referral-status.js';
import { statusRateLimits } from '../../../../server/referrals/status/status-rate-limits.js';
import {
  callsTo,
  demonstration,
  jsonOf,
  openBackend,
  pageOf,
  problemOf,
  receiptOf,
  referral,
  shownOf,
  type TestBackend,
} from '../../harness.js';

const birth = '1957-03-27';
const wrongBirth = '1957-03-28';

const answerOf = async (response: Response | Promise<Response>) =>
  z.parse(StatusAnswer, await jsonOf(response));

const statuses = async (asked: readonly Promise<Response>[]) =>
  (await Promise.all(asked)).map(({ status }) => status).sort();

describe('the status of a referral', () => {
  let backend: TestBackend;
  let clock = Date.parse('2026-11-22T10:30:00Z');
  before(async () => (backend = await openBackend({ now: () => new Date(clock) })));
  after(() => backend.close());

  const sent = async (): Promise<string> => (await receiptOf(backend.send(referral()))).reference;

  it('is returned for its reference and the date of birth', async () => {
    const reference = await sent();
    const response = await backend.lookUp({ reference, birth });
    assert.equal(response.status, 200);
    assert.deepEqual(await jsonOf(response), {
      status: 'received',
      since: '2026-11-22T10:30:00.000Z',
      receivedAt: '2026-11-22T10:30:00.000Z',
      team: 'Northside adults’ team',
      next: 'A link worker gets in touch for a first talk about what matters and what could help.',
      contactBy: '2026-11-27',
    });
  });

  it('is found with spaces, dashes and lower case in the reference', async () => {
    const reference = await sent();
    const [one, other] = [reference.slice(0, 4).toLowerCase(), reference.slice(4)];
    const typed = await backend.lookUp({ reference: ` ${one} - ${other}`, birth });
    assert.equal(typed.status, 200);
  });

  it('is set by staff with name, time and note, of which people see neither note nor name', async () => {
    const reference = await sent();
    const at = clock;
    for (const [status, by, note] of [
      ['opened', 'Lin Example', undefined],
      ['in-progress', 'Ade Example', 'First talk on Thursday'],
    ] as const) {
      clock += 60_000;
      const shown = await shownOf(backend.setStatus(reference.toLowerCase(), { status, by, note }));
      assert.equal(shown.status, status);
      assert.deepEqual(shown.history.at(-1), {
        status,
        at: new Date(clock).toISOString(),
        by,
        ...(note === undefined ? {} : { note }),
      });
    }
    const { history } = await shownOf(backend.staff(`/${reference}`));
    assert.deepEqual(
      history.map(({ status, by }) => [status, by]),
      [
        ['opened', 'Lin Example'],
        ['in-progress', 'Ade Example'],
      ],
    );
    const { items } = await pageOf(backend.staff());
    const listed = items.find((item) => item.reference === reference);
    assert.deepEqual([listed?.status, listed?.history.length], ['in-progress', 2]);
    assert.deepEqual(await jsonOf(backend.lookUp({ reference, birth })), {
      status: 'in-progress',
      since: new Date(at + 120_000).toISOString(),
      receivedAt: new Date(at).toISOString(),
      team: 'Northside adults’ team',
      next: '',
    });
  });

  it('includes the date of the first contact until contact has been made', async () => {
    const reference = await sent();
    for (const [status, isBefore] of [
      ['opened', true],
      ['accepted', true],
      ['in-progress', false],
      ['completed', false],
      ['declined', false],
      ['unable-to-contact', false],
      ['received', true],
    ] as const) {
      await backend.setStatus(reference, { status, by: 'Lin' });
      const told = await answerOf(backend.lookUp({ reference, birth }));
      assert.equal(told.status, status);
      assert.equal(told.contactBy !== undefined, isBefore, status);
      assert.equal(told.next !== '', isBefore, status);
    }
  });

  it('does not change because staff read it', async () => {
    const reference = await sent();
    await shownOf(backend.staff(`/${reference}`));
    await pageOf(backend.staff());
    assert.equal((await answerOf(backend.lookUp({ reference, birth }))).status, 'received');
  });

  it('keeps every change when many are made at the same time', async () => {
    const reference = await sent();
    const changes = Array.from({ length: 12 }, (_, index) =>
      backend.setStatus(reference, { status: 'accepted', by: `Person ${index}` }),
    );
    assert.deepEqual(await statuses(changes), Array<number>(12).fill(200));
    const { history } = await shownOf(backend.staff(`/${reference}`));
    assert.equal(new Set(history.map(({ by }) => by)).size, 12);
  });

  it('cannot be set without the token of the service', async () => {
    const reference = await sent();
    const body = { status: 'declined', by: 'Mallory' };
    const path = `/api/v1/staff/referrals/${reference}/status`;
    for (const headers of [{}, { authorization: 'Bearer wrong' }])
      assert.equal((await backend.post(path, body, headers)).status, 401);
    const other = await problemOf(await backend.setStatus(reference, body, 'southside'));
    assert.equal(other.status, 404);
    const { status, history } = await shownOf(backend.staff(`/${reference}`));
    assert.deepEqual([status, history], ['received', []]);
  });

  for (const [name, body, field] of [
    ['an unknown status', { status: 'lost', by: 'Lin' }, 'status'],
    ['no name', { status: 'opened' }, 'by'],
    ['an empty name', { status: 'opened', by: ' \u0000' }, 'by'],
    ['a long name', { status: 'opened', by: 'a'.repeat(71) }, 'by'],
    ['a long note', { status: 'opened', by: 'Lin', note: 'a'.repeat(501) }, 'note'],
    ['a time', { status: 'opened', by: 'Lin', at: '2020-01-01' }, 'at'],
  ] as const)
    it(`cannot be set with ${name}`, async () => {
      const reference = await sent();
      const problem = await problemOf(await backend.setStatus(reference, body));
      assert.equal(problem.status, 422);
      assert.equal(problem.errors?.[0]?.field, field);
      assert.deepEqual((await shownOf(backend.staff(`/${reference}`))).history, []);
    });

  it('cannot be set if there is no such referral', async () => {
    for (const reference of ['BBBBBBBB', 'x', '%00', 'B'.repeat(300)]) {
      const response = await backend.setStatus(reference, { status: 'opened', by: 'Lin' });
      assert.equal((await problemOf(response)).status, 404, reference);
    }
  });

  for (const [name, body, field, code] of [
    ['nothing', {}, 'reference', 'status.reference.missing'],
    ['no reference', { reference: ' - ', birth }, 'reference', 'status.reference.missing'],
    [
      'an incomplete reference',
      { reference: '7K24', birth },
      'reference',
      'status.reference.shape',
    ],
    [
      'a date that does not exist',
      { reference: 'BBBBBBBB', birth: '1957-02-30' },
      'birth',
      'status.birth.real',
    ],
    ['a name', { reference: 'BBBBBBBB', birth, name: 'x' }, 'name', 'field.unknown'],
  ] as const)
    it(`is not returned for ${name}, with an error at the field`, async () => {
      const problem = await problemOf(await backend.lookUp(body));
      assert.equal(problem.status, 422);
      assert.deepEqual([problem.errors?.[0]?.field, problem.errors?.[0]?.code], [field, code]);
    });

  it('is not returned for a referral of another service', async () => {
    const reference = await sent();
    const other = await problemOf(await backend.lookUp({ reference, birth }, 'youth-club'));
    assert.equal(other.errors?.[0]?.code, 'status.unknown');
  });

  it('is not available if the service switches it off or does not ask for the date of birth', async () => {
    const reference = await sent();
    const service = await demonstration();
    for (const change of [{ status: false }, { questions: { birth: 'off' as const } }]) {
      const { lookUp } = callsTo(backend.appOver({ services: [{ ...service, ...change }] }));
      assert.equal((await problemOf(await lookUp({ reference, birth }))).status, 404);
    }
  });
});

describe('somebody who guesses a reference or date of birth', () => {
  let backend: TestBackend;
  let clock = Date.parse('2026-11-22T10:30:00Z');
  before(async () => (backend = await openBackend({ now: () => new Date(clock) })));
  after(() => backend.close());

  const { perReference, perService } = statusRateLimits;
  const sent = async (): Promise<string> => (await receiptOf(backend.send(referral()))).reference;
  const wrong = (reference: string) => backend.lookUp({ reference, birth: wrongBirth });
  const right = (reference: string) => backend.lookUp({ reference, birth });
  // Each test runs in another hour, so that the counts of earlier tests have expired.
  const later = (): void => {
    clock += 2 * 60 * 60 * 1000;
  };
  const unknown = (index: number): string => `BBBB${String(7000 + index)}`;

  it('gets the same response for a wrong date of birth and an unknown reference', async () => {
    later();
    const asked = [await wrong(await sent()), await wrong('BBBBBBBB'), await right('CCCCCCCC')];
    const texts = await Promise.all(asked.map((response) => response.text()));
    assert.equal(new Set(texts).size, 1);
    assert.deepEqual(
      asked.map(({ status }) => status),
      [422, 422, 422],
    );
    const headers = asked.map((response) =>
      JSON.stringify([...response.headers].filter(([name]) => name !== 'x-request-id')),
    );
    assert.equal(new Set(headers).size, 1);
    assert.match(texts[0] ?? '', /"field":"reference","code":"status\.unknown"/);
  });

  for (const [title, makeReference] of [
    ['an existing reference', sent],
    ['an unknown reference', () => Promise.resolve('DDDDDDDD')],
  ] as const)
    it(`has ${perReference.most} wrong attempts per hour for ${title}, and then gets the time to wait`, async () => {
      later();
      const reference = await makeReference();
      for (let index = 0; index < perReference.most; index += 1) {
        clock += 1000;
        assert.equal((await wrong(reference)).status, 422);
      }
      clock += 1000;
      const response = await right(reference);
      // The hour began with the first wrong attempt.
      const seconds = perReference.seconds - perReference.most;
      assert.equal(response.headers.get('retry-after'), String(seconds));
      const problem = await problemOf(response);
      assert.equal(problem.status, 429);
      assert.deepEqual(
        problem.errors?.map(({ field, code }) => [field, code]),
        [['reference', 'status.often']],
      );
      clock += seconds * 1000 - 1;
      assert.equal((await wrong(reference)).status, 429, 'a millisecond too early');
      clock += 1;
      assert.equal((await wrong(reference)).status, 422);
    });

  it('does not reset the count with a correct attempt', async () => {
    later();
    const reference = await sent();
    for (let index = 0; index < perReference.most; index += 1) {
      assert.equal((await right(reference)).status, 200);
      assert.equal((await wrong(reference)).status, 422);
    }
    assert.equal((await right(reference)).status, 429);
  });

  it('is not limited by correct attempts', async () => {
    later();
    const reference = await sent();
    for (let index = 0; index < perReference.most * 3; index += 1)
      assert.equal((await right(reference)).status, 200);
  });

  it('gets no more attempts by making them at the same time', async () => {
    later();
    const reference = await sent();
    const other = await openBackend({ url: backend.url, now: () => new Date(clock) });
    const asked = Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? backend : other).lookUp({ reference, birth: wrongBirth }),
    );
    assert.deepEqual(await statuses(asked), [
      ...Array<number>(perReference.most).fill(422),
      ...Array<number>(20 - perReference.most).fill(429),
    ]);
    await other.close();
  });

  it('has a limit per minute for all references of a service together', async () => {
    later();
    const asked = Array.from({ length: perService.most + 20 }, (_, index) => wrong(unknown(index)));
    assert.deepEqual(await statuses(asked), [
      ...Array<number>(perService.most).fill(422),
      ...Array<number>(20).fill(429),
    ]);
    const reference = await sent();
    const response = await right(reference);
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), String(perService.seconds));
    // Another service has its own count.
    assert.equal((await backend.lookUp({ reference, birth }, 'youth-club')).status, 422);
    // Attempts over the limit of the service do not count against the reference.
    for (let index = 0; index < 10; index += 1) assert.equal((await wrong(reference)).status, 429);
    clock += perService.seconds * 1000;
    assert.equal((await right(reference)).status, 200);
  });

  it('cannot block others by repeating one reference', async () => {
    later();
    const asked = Array.from({ length: perService.most + 20 }, () => wrong('FFFFFFFF'));
    const answers = await statuses(asked);
    assert.equal(answers.filter((status) => status === 422).length, perReference.most);
    assert.equal((await right(await sent())).status, 200);
  });

  it('leaves no references in the database, and no rows after the time is over', async () => {
    later();
    const { database } = backend;
    await Promise.all(Array.from({ length: 30 }, (_, index) => wrong(unknown(index))));
    const before = await database.query('select * from wrong_try where service = $1', [
      'northside',
    ]);
    assert.equal(before.length, 31);
    assert.doesNotMatch(JSON.stringify(before), /BBBB/);
    later();
    await Promise.all(Array.from({ length: 10 }, (_, index) => wrong(unknown(index))));
    const after = await database.query('select key from wrong_try where service = $1', [
      'northside',
    ]);
    assert.equal(after.length, 11);
  });

  it('gets the time to wait on a partner’s page, too', async () => {
    later();
    for (let index = 0; index <= perReference.most; index += 1) await wrong('GGGGGGGG');
    const headers = { origin: 'https://library.example' };
    const response = await backend.post(
      '/api/v1/referral-status?partner=northside-library',
      { reference: 'GGGGGGGG', birth },
      headers,
    );
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('access-control-expose-headers'), 'Retry-After');
    assert.equal(response.headers.get('access-control-allow-origin'), headers.origin);
  });
});
