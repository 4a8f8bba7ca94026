import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { examplesFor } from '../../../server/openapi/request-examples.js';
import { openBackend, referral, version } from '../harness.js';

const { suggestActivity: suggestion } = examplesFor(version);

describe('the log', () => {
  it('records what happened without personal data', async () => {
    const backend = await openBackend();
    const secret = 'Zqxjmarker';
    const marked = referral({
      matters: { text: secret },
      name: { full: secret },
      details: {
        phone: '01632 960 987',
        leaveMessage: 'yes',
        email: `${secret}@example.com`,
        emailSafe: 'yes',
      },
    });
    const headers = {
      'user-agent': secret,
      cookie: secret,
      'x-forwarded-for': '192.0.2.77',
      origin: `https://${secret}.example`,
    };
    await backend.post(`/api/v1/referrals?partner=open-door&q=${secret}`, marked, {
      ...headers,
      'idempotency-key': `${secret}1`,
    });
    await backend.post(
      '/api/v1/referrals?partner=open-door',
      { [secret]: secret },
      { ...headers, 'idempotency-key': `${secret}2` },
    );
    await backend.post('/api/v1/coverage?partner=open-door', { postcode: 'TS18 1HU' }, headers);
    await backend.post('/api/v1/gp-practices/search?partner=open-door', { query: secret });
    await backend.post(
      '/api/v1/referral-status?partner=open-door',
      { reference: 'zqxjmark', birth: '1957-03-27' },
      headers,
    );
    await backend.setStatus('ZQXJMARK', { status: 'opened', by: secret, note: secret });
    await backend.suggest(
      { ...suggestion, name: secret, yourName: secret, yourEmail: `${secret}@example.com` },
      `${secret}4`,
    );
    await backend.decide('ZQXJMARK', { decision: 'accept', by: secret, note: secret });
    await backend.ask(`/api/v1/staff/referrals/${secret}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    await backend.ask(`/${secret}`, { headers });
    await backend.ask(`/api/v1/profile?partner=${secret}`);
    await backend.app.fetch(new Request('http://backend.test/refer', { method: secret }));
    // An error whose message would quote the row.
    await backend.database.query(
      'alter table referral add constraint no check (partner = $$x$$) not valid',
    );
    await backend.post('/api/v1/referrals?partner=open-door', marked, {
      'idempotency-key': `${secret}3`,
    });

    const text = JSON.stringify([backend.requests, backend.errors]);
    for (const mark of [secret, 'zqxjmark', '1957', '960 987', 'TS18', '192.0.2.77', 'example.com'])
      assert.equal(text.toLowerCase().includes(mark.toLowerCase()), false, mark);
    assert.equal(backend.requests.length, 13);
    assert.equal(backend.requests[6]?.status, 201);
    const [first] = backend.requests;
    assert.deepEqual(
      { ...first, id: '', milliseconds: 0 },
      {
        id: '',
        method: 'POST',
        route: '/api/v1/referrals',
        status: 201,
        milliseconds: 0,
        service: 'northside',
        partner: 'open-door',
      },
    );
    assert.match(first?.id ?? '', /^[0-9a-f-]{36}$/);
    assert.equal(backend.requests[5]?.route, '/api/v1/staff/referrals/{reference}/status');
    assert.equal(backend.requests[8]?.route, '/api/v1/staff/referrals/{reference}');
    assert.equal(backend.requests[9]?.route, 'unknown');
    assert.equal(backend.requests[11]?.method, 'other');
    assert.deepEqual(
      backend.errors.map(({ code }) => code),
      ['23514'],
    );
    await backend.close();
  });

  it('records each request under the id that the client receives', async () => {
    const backend = await openBackend();
    const response = await backend.ask('/healthz');
    assert.equal(response.headers.get('x-request-id'), backend.requests[0]?.id);
    await backend.close();
  });
});
