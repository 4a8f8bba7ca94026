import { createHash } from 'node:crypto';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newReference } from '../../../server/database/reference.js';
import {
  countRows,
  demonstration,
  openBackend,
  callsTo,
  problemOf,
  receiptOf,
  referral,
  shownOf,
  type TestBackend,
  twoServices,
  version,
} from '../harness.js';

describe('a referral', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  it('is stored completely and answered with a receipt', async () => {
    const response = await backend.send(referral());
    assert.equal(response.status, 201);
    const receipt = await receiptOf(response);
    assert.deepEqual(Object.keys(receipt), ['reference', 'receivedAt', 'contactBy', 'team']);
    assert.match(receipt.reference, /^[23479BCDFGHJKMNPRTVWXY]{8}$/);
    assert.equal(receipt.receivedAt, '2026-11-22T10:30:00.000Z');
    assert.equal(receipt.contactBy, '2026-11-27');
    assert.deepEqual(receipt.team, {
      name: 'Northside adults’ team',
      next: 'A link worker gets in touch for a first talk about what matters and what could help.',
      capacity: { state: 'open' },
    });
    const { consents, ...rest } = await shownOf(backend.staff(`/${receipt.reference}`));
    assert.deepEqual(rest, {
      ...receipt,
      partner: 'open-door',
      team: { id: 'adults', name: 'Northside adults’ team' },
      source: 'self',
      status: 'received',
      history: [],
      ...referral(),
    });
    assert.equal(consents.length, 3);
  });

  it('is stored with each permission, its version, time, text and hash', async () => {
    const { reference } = await receiptOf(backend.send(referral()));
    const { consents } = await shownOf(backend.staff(`/${reference}`));
    const { consent } = await demonstration();
    assert.deepEqual(
      consents,
      consent.items.map((item) => {
        const text = item.hint === undefined ? item.text : `${item.text}\n${item.hint}`;
        return {
          id: item.id,
          given: item.id !== 'feedback',
          version,
          text,
          textSha256: createHash('sha256').update(text, 'utf8').digest('hex'),
          at: '2026-11-22T10:30:00.000Z',
        };
      }),
    );
  });

  it('keeps text in every language, without control characters and unpaired surrogates', async () => {
    const text = `Żółć, ভাষা, 日本語 👩🏽‍🌾\nline two\u0000\u0007\ud800`;
    const response = await backend.send(referral({ matters: { text } }));
    assert.equal(response.status, 201);
    const { reference } = await receiptOf(response);
    const { answers } = await shownOf(backend.staff(`/${reference}`));
    assert.equal(answers['matters']?.['text'], 'Żółć, ভাষা, 日本語 👩🏽‍🌾\nline two');
  });

  it('is accepted without phone, email and address', async () => {
    const none = referral({
      place: { noFixedAddress: 'yes', stayingNear: 'The night shelter' },
      contact: { ways: ['none'] },
      details: {},
      times: undefined,
    });
    assert.equal((await backend.send(none)).status, 201);
  });

  it('is stored without answers to questions that were not asked', async () => {
    // “times” is only asked of people who can be called or texted.
    const sent = referral({
      contact: { ways: ['email'] },
      details: { email: 'a@example.com', emailSafe: 'discreet' },
    });
    const { reference } = await receiptOf(backend.send(sent));
    const { answers } = await shownOf(backend.staff(`/${reference}`));
    assert.equal(answers['times'], undefined);
    assert.deepEqual(answers['details'], { email: 'a@example.com', emailSafe: 'discreet' });
  });

  it('is answered by a working day in the time zone of the service, not counting its closed days', async () => {
    const late = await openBackend({ now: () => new Date('2026-12-23T23:30:00Z') });
    const { contactBy } = await receiptOf(late.send(referral()));
    // Wednesday: 24, then 29, 30, 31 December; 25 and 28 are closed, 1 January too; then Monday 4.
    assert.equal(contactBy, '2027-01-04');
    await late.close();
    const summer = await openBackend({ now: () => new Date('2027-06-10T23:30:00Z') });
    // It is already Friday 11 June in London.
    const receipt = await receiptOf(summer.send(referral()));
    assert.equal(receipt.contactBy, '2027-06-18');
    await summer.close();
  });

  it('is rejected as not eligible outside the area or ages, or if the team is closed', async () => {
    const before = await countRows(backend.database);
    const cases = [
      [{ place: { postcode: 'SW1A 1AA' } }, 'answers.place.postcode', 'eligibility.area'],
      [{ birth: { date: '2015-01-01' } }, 'answers.birth.date', 'eligibility.too-young'],
      [{ place: { postcode: 'TS7 0AA' } }, 'answers.place.postcode', 'eligibility.closed'],
    ] as const;
    for (const [answers, field, code] of cases) {
      const problem = await problemOf(await backend.send(referral(answers)));
      assert.equal(problem.status, 422);
      assert.equal(problem.type, '/problems/not-eligible');
      assert.deepEqual(
        problem.errors?.map((one) => [one.field, one.code]),
        [[field, code]],
      );
      assert.match(problem.errors[0]?.detail ?? '', /^The service /);
    }
    assert.deepEqual(await countRows(backend.database), before);
  });

  it('is accepted on the birthday of the lowest age and rejected a day earlier', async () => {
    assert.equal((await backend.send(referral({ birth: { date: '2008-11-22' } }))).status, 201);
    assert.equal((await backend.send(referral({ birth: { date: '2008-11-23' } }))).status, 422);
  });

  it('is rejected above the highest age of a service', async () => {
    const old = referral({ place: { postcode: 'YO1 7HH' }, birth: { date: '1957-03-27' } });
    const problem = await problemOf(await backend.send(old, undefined, 'youth-club'));
    assert.equal(problem.errors?.[0]?.code, 'eligibility.too-old');
  });

  it('goes to the team of the postcode or GP practice, whose first contact date applies', async () => {
    const contactBy = async (answers: Readonly<Record<string, unknown>>): Promise<string> =>
      (await receiptOf(backend.send(referral(answers)))).contactBy;
    // 30 working days: 24 until Christmas, three more in December, then 4, 5 and 6 January.
    assert.equal(await contactBy({ place: { postcode: 'TS5 6AA' } }), '2027-01-06');
    const practice = { status: 'registered', name: 'Yarm Medical Practice', code: 'A81027' };
    assert.equal(await contactBy({ place: { postcode: 'TS15 9DD' }, practice }), '2026-11-27');
    const elsewhere = referral({ place: { postcode: 'TS15 9DD' } });
    assert.equal((await backend.send(elsewhere)).status, 422);
  });

  it('is rejected by a service that does not accept referrals from the audience', async () => {
    const body = { ...referral({ place: { postcode: 'YO1 7HH' } }), for: 'professional' };
    const { status, errors } = await problemOf(await backend.send(body, undefined, 'youth-club'));
    assert.equal(status, 422);
    assert.deepEqual(
      errors?.map(({ field, code }) => [field, code]),
      [['for', 'for.not-taken']],
    );
    const coverage = { postcode: 'YO1 7HH', for: 'professional' };
    const asked = await backend.post('/api/v1/coverage?partner=youth-club', coverage);
    assert.equal((await problemOf(asked)).errors?.[0]?.code, 'for.not-taken');
  });

  it('is checked against the questions that the service asks', async () => {
    const young = referral({ place: { postcode: 'TS18 1AA' }, birth: { date: '2004-03-27' } });
    const response = await backend.send(young, undefined, 'youth-club');
    assert.equal(response.status, 201);
    const { reference } = await receiptOf(response);
    const { answers } = await shownOf(backend.staff(`/${reference}`, 'southside'));
    assert.equal('support' in answers, false);
    const silent = { ...young, answers: { ...young.answers, matters: undefined } };
    const problem = await problemOf(await backend.send(silent, undefined, 'youth-club'));
    assert.equal(problem.errors?.[0]?.code, 'matters.text.missing');
    const noPractice = { ...young, answers: { ...young.answers, practice: undefined } };
    assert.equal((await backend.send(noPractice, undefined, 'youth-club')).status, 201);
  });

  it('gets another reference if the first one already exists', async () => {
    const references = ['BBBBBBBB', 'BBBBBBBB', 'CCCCCCCC'];
    const own = await openBackend({ makeReference: () => references.shift() ?? 'DDDDDDDD' });
    assert.equal((await receiptOf(own.send(referral()))).reference, 'BBBBBBBB');
    assert.equal((await receiptOf(own.send(referral()))).reference, 'CCCCCCCC');
    assert.deepEqual(await countRows(own.database), { referrals: 2, consents: 6 });
    await own.close();
  });
});

describe('sending a referral again', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  it('with the same key and body returns the same bytes and stores nothing', async () => {
    const first = await backend.send(referral(), 'again-0001');
    const text = await first.text();
    const count = await countRows(backend.database);
    const second = await backend.send(referral(), 'again-0001');
    assert.equal(second.status, 201);
    assert.equal(await second.text(), text);
    assert.deepEqual(await countRows(backend.database), count);
  });

  it('with the same key and another order of keys or white space counts as the same body', async () => {
    const { answers, language } = referral();
    const first = await (await backend.send(referral(), 'order-0001')).text();
    const turned = Object.fromEntries(Object.entries(answers).reverse());
    const response = await backend.ask('/api/v1/referrals?partner=open-door', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'order-0001' },
      body: JSON.stringify({ language, answers: turned, for: 'self' }, null, 4),
    });
    assert.equal(await response.text(), first);
  });

  it('with the same key and another body is rejected', async () => {
    await backend.send(referral(), 'reused-001');
    const before = await countRows(backend.database);
    const problem = await problemOf(
      await backend.send(referral({ name: { full: 'Somebody Else' } }), 'reused-001'),
    );
    assert.equal(problem.status, 422);
    assert.equal(problem.type, '/problems/idempotency-key-reused');
    assert.deepEqual(await countRows(backend.database), before);
  });

  it('twenty times at the same time stores one referral, and all get the same receipt', async () => {
    const before = await countRows(backend.database);
    const sends = Array.from({ length: 20 }, () => backend.send(referral(), 'at-once-001'));
    const answers = await Promise.all((await Promise.all(sends)).map((one) => one.text()));
    assert.equal(new Set(answers).size, 1);
    assert.match(answers[0] ?? '', /"reference"/);
    const after = await countRows(backend.database);
    assert.deepEqual(after, {
      referrals: before.referrals + 1,
      consents: before.consents + 3,
    });
  });

  it('with twenty bodies at the same time under one key stores one and rejects the others', async () => {
    const before = await countRows(backend.database);
    const sends = Array.from({ length: 20 }, (_, index) =>
      backend.send(referral({ name: { full: `Person ${index}` } }), 'many-bodies'),
    );
    const statuses = (await Promise.all(sends)).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [201, ...Array<number>(19).fill(422)]);
    const after = await countRows(backend.database);
    assert.equal(after.referrals, before.referrals + 1);
  });

  it('to another process on the same database returns the same receipt', async () => {
    const other = await openBackend({ url: backend.url });
    const [one, two] = await Promise.all([
      backend.send(referral(), 'processes1').then((response) => response.text()),
      other.send(referral(), 'processes1').then((response) => response.text()),
    ]);
    assert.equal(one, two);
    await other.close();
  });

  it('returns the same receipt after the settings of the service have changed', async () => {
    const first = await (await backend.send(referral(), 'changed-01')).text();
    const { services } = await twoServices();
    const changed = backend.appOver({
      services: services.map((service) => ({
        ...service,
        areas: ['ZE1'],
        consent: { ...service.consent, version: '2099-01' },
        firstContact: { workingDays: 30 },
      })),
    });
    const again = await callsTo(changed).send(referral(), 'changed-01');
    assert.equal(again.status, 201);
    assert.equal(await again.text(), first);
    assert.equal((await callsTo(changed).send(referral(), 'changed-02')).status, 422);
  });

  it('is accepted under the same key after a rejected body has been corrected', async () => {
    const wrong = referral({ name: { full: '' } });
    assert.equal((await backend.send(wrong, 'mended-001')).status, 422);
    assert.equal((await backend.send(referral(), 'mended-001')).status, 201);
  });
});

describe('a reference', () => {
  const made = Array.from({ length: 30_000 }, newReference);
  const alphabet = '23479BCDFGHJKMNPRTVWXY';

  it('has eight characters and is not repeated', () => {
    assert.equal(new Set(made).size, made.length);
    for (const reference of made) assert.match(reference, /^[23479BCDFGHJKMNPRTVWXY]{8}$/);
  });

  it('uses every character equally often', () => {
    const counts = new Map<string, number>();
    for (const character of made.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
    const usual = (made.length * 8) / alphabet.length;
    // Taking a byte modulo 22 would make some characters 9 % more likely; random variation stays below 5 %.
    for (const character of alphabet) {
      const share = (counts.get(character) ?? 0) / usual;
      assert.ok(share > 0.95 && share < 1.05, `${character}: ${share}`);
    }
  });
});
