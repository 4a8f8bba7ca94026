import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { countRows, openBackend, problemOf, referral, type TestBackend } from '../harness.js';
import { spoiler } from './spoil.js';

const path = '/api/v1/referrals?partner=open-door';

describe('a request body that cannot be read', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  const sendRaw = (body: BodyInit | null, headers: Record<string, string> = {}) =>
    backend.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'raw-body-1', ...headers },
      body,
      // Node requires this for a streamed body.
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    });

  const refused = async (response: Response, status: number): Promise<void> => {
    assert.equal((await problemOf(response)).status, status);
    assert.deepEqual(await countRows(backend.database), { referrals: 0, consents: 0 });
  };

  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=iso-8859-1',
    'application/json; charset=utf-16',
    'application/jsonp',
    'text/json',
    '',
  ];
  for (const type of types)
    it(`is rejected with 415 as “${type}”`, async () => {
      await refused(await sendRaw(JSON.stringify(referral()), { 'content-type': type }), 415);
    });

  it('is rejected with 415 when it is compressed', async () => {
    await refused(await sendRaw('{}', { 'content-encoding': 'gzip' }), 415);
  });

  it('is rejected with 413 above 64 KiB, but read at exactly 64 KiB', async () => {
    const padded = (length: number): string => `"${'a'.repeat(length - 2)}"`;
    await refused(await sendRaw(padded(65_537)), 413);
    await refused(await sendRaw(padded(65_536)), 422);
  });

  it('is rejected with 413 by its Content-Length before anything is read', async () => {
    const stream = new ReadableStream(
      { pull: () => assert.fail('was read') },
      { highWaterMark: 0 },
    );
    await refused(await sendRaw(stream, { 'content-length': '9999999' }), 413);
  });

  it('is rejected with 413 when it is chunked, without waiting for its end', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        // The stream ends by itself, so that a missing limit fails this test instead of exhausting the machine.
        if (sent > 1000) controller.close();
        else controller.enqueue(new Uint8Array(4096).fill(0x20));
      },
    });
    await refused(await sendRaw(endless), 413);
    assert.ok(sent < 25, `read ${sent} chunks`);
  });

  it('is rejected with 400 when it breaks off', async () => {
    const broken = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('{"for":'));
        controller.error(new Error('gone'));
      },
    });
    await refused(await sendRaw(broken), 400);
  });

  for (const text of [
    '',
    ' ',
    '{',
    '{"for":"self"',
    "{'for':1}",
    '{"a":1,}',
    'undefined',
    '[1',
    'NaN',
  ])
    it(`is rejected with 400 when it is not JSON: ${JSON.stringify(text)}`, async () => {
      await refused(await sendRaw(text), 400);
    });

  it('is rejected with 400 when it is missing', async () => {
    await refused(await sendRaw(null), 400);
  });

  it('is rejected with 400 when it is not UTF-8', async () => {
    await refused(await sendRaw(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 400);
    await refused(await sendRaw(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])), 400);
  });

  it('is rejected with 400 when it is nested more than 20 levels deep', async () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    await refused(await sendRaw(nested(21)), 400);
    await refused(await sendRaw(nested(32_000)), 400);
    await refused(await sendRaw('{"a":'.repeat(9000) + '1' + '}'.repeat(9000)), 400);
    await refused(await sendRaw(nested(20)), 422);
  });

  it('may start with a byte order mark', async () => {
    const own = await openBackend();
    const response = await own.ask(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json;charset="UTF-8"',
        'idempotency-key': 'bom-00001',
      },
      body: `\ufeff${JSON.stringify(referral())}`,
    });
    assert.equal(response.status, 201);
    await own.close();
  });

  for (const [name, key] of [
    ['missing', undefined],
    ['too short', 'short'],
    ['too long', 'k'.repeat(201)],
    ['with a space', 'with a space'],
    ['not ASCII', 'schlüssel-0001'],
  ] as const)
    it(`is rejected with 400 when the idempotency key is ${name}`, async () => {
      const headers = { 'content-type': 'application/json' };
      const keyed = key === undefined ? headers : { ...headers, 'idempotency-key': key };
      const response = await backend.ask(path, {
        method: 'POST',
        headers: keyed,
        body: JSON.stringify(referral()),
      });
      assert.match((await problemOf(response.clone())).detail ?? '', /Idempotency-Key/);
      await refused(response, 400);
    });
});

describe('a referral with arbitrary content', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  const { random, spoil } = spoiler();

  it('never causes a server error, and is stored completely or not at all', async () => {
    const seen = new Map<number, number>();
    for (let round = 0; round < 300; round += 1) {
      const before = await countRows(backend.database);
      const { status } = await backend.send(spoil(referral()));
      assert.ok(status === 201 || status === 422 || status === 400, `status ${status}`);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      const after = await countRows(backend.database);
      const stored = after.referrals - before.referrals;
      assert.equal(stored, status === 201 ? 1 : 0);
      assert.equal(after.consents - before.consents, stored * 3);
    }
    assert.ok((seen.get(422) ?? 0) > 100, 'the loop hardly spoiled anything');
    assert.deepEqual(backend.errors, []);
  });

  it('never causes a server error when its text is cut, doubled or shuffled', async () => {
    const whole = JSON.stringify(referral());
    for (let round = 0; round < 300; round += 1) {
      const bytes = new TextEncoder().encode(whole);
      for (let change = 0; change <= random(4); change += 1)
        bytes[random(bytes.length)] = random(256);
      const body = bytes.slice(0, random(3) === 0 ? random(bytes.length) : bytes.length);
      const { status } = await backend.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `mixed-${round}-key` },
        body,
      });
      assert.ok(status < 500, `status ${status}`);
    }
    assert.deepEqual(backend.errors, []);
  });

  it('is safe with JavaScript property names, and the last of duplicate keys counts', async () => {
    const send = (body: string) =>
      backend.ask(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `keys-${body.length}-${random(1e9)}`,
        },
        body,
      });
    const { answers } = referral();
    const fields = JSON.stringify({ language: 'en-GB', answers }).slice(1);
    const polluted = await problemOf(await send(`{"__proto__":{"for":"self"},${fields}`));
    assert.equal(polluted.status, 422);
    assert.equal(Object.hasOwn(Object.prototype, 'for'), false);
    assert.equal((await send(`{"for":"x","for":"self",${fields}`)).status, 201);
    assert.equal((await send(`{"for":"self","for":"x",${fields}`)).status, 422);
  });

  it('is never repeated in the response', async () => {
    const secret = 'Zxqvmarker';
    const bodies = [
      { [`${secret} key`]: 1 },
      referral({ name: { full: secret.repeat(20) } }),
      referral({ [secret.repeat(30)]: {} }),
      referral({ contact: { ways: [secret] } }),
      referral({ needs: { choices: [secret] } }),
      { for: secret, language: secret, answers: secret },
    ];
    for (const body of bodies) {
      const response = await backend.send(body);
      assert.equal(response.status, 422);
      assert.equal((await response.text()).includes(`${secret} `), false);
    }
    const long = await backend.send(
      Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1])),
    );
    assert.ok((await long.text()).length < 20_000);
  });
});
