import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import * as directoryEndpoints from '../../../src/directory/contract/endpoints.js';
import * as serviceEndpoints from '../../../src/core/service/endpoints.js';
import * as referralEndpoints from '../../../src/referral/contract/endpoints.js';
import { sampleActivities } from '../../../server/sample-data/sample-activities.js';
import { sampleFeed } from '../../../server/settings/reserved-feeds.js';
import * as directoryStaffEndpoints from '../../../src/directory/contract/staff-endpoints.js';
import * as referralStaffEndpoints from '../../../src/referral/contract/staff-endpoints.js';
import * as statusStaffEndpoints from '../../../src/status/contract/staff-endpoints.js';
import * as suggestionStaffEndpoints from '../../../src/suggestion/contract/staff-endpoints.js';
import * as suggestionEndpoints from '../../../src/suggestion/contract/endpoints.js';
import * as statusEndpoints from '../../../src/status/contract/endpoints.js';
import { staticFolder } from '../../../server/http/static-folder.js';
import { openBackend, problemOf, type TestBackend, tokens } from '../harness.js';

const Answer = z.object({ content: z.record(z.string(), z.unknown()) });
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string() })),
  security: z.optional(z.unknown()),
  requestBody: z.optional(
    z.object({ content: z.object({ 'application/json': z.object({ example: z.unknown() }) }) }),
  ),
  responses: z.record(z.string(), Answer),
});
const Document = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

const endpoints = {
  ...serviceEndpoints,
  ...referralEndpoints,
  ...statusEndpoints,
  ...directoryEndpoints,
  ...suggestionEndpoints,
  ...directoryStaffEndpoints,
  ...referralStaffEndpoints,
  ...statusStaffEndpoints,
  ...suggestionStaffEndpoints,
};

const reference = '7K24XWT9';

describe('the OpenAPI document', () => {
  let backend: TestBackend;
  let document: z.infer<typeof Document>;
  let text: string;
  before(async () => {
    // The reference and the activity that examples name.
    backend = await openBackend({
      makeReference: () => reference,
      readSwaggerUi: staticFolder(
        fileURLToPath(new URL('.', import.meta.resolve('swagger-ui-dist/package.json'))),
      ),
    });
    const of = {
      service: 'northside',
      feed: sampleFeed,
      labels: new Map(),
      now: new Date(),
      timeZone: 'Europe/London',
    };
    const load = await backend.activities.beginLoad(of);
    await load.add([...sampleActivities('northside', 1)]);
    await load.finish();
    text = await (await backend.ask('/api/v1/openapi.json')).text();
    document = z.parse(Document, JSON.parse(text));
  });
  after(() => backend.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('contains every endpoint of the contract and no other', () => {
    assert.deepEqual(
      operations()
        .map(({ path, method }) => `${method.toUpperCase()} ${path}`)
        .sort(),
      Object.values(endpoints)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    );
  });

  it('has a valid example for every request body, which the backend accepts', async () => {
    let sent = 0;
    for (const { path, operation } of operations()) {
      if (operation.requestBody === undefined) continue;
      const { example } = operation.requestBody.content['application/json'];
      const address = path.replace('{reference}', reference);
      const response = await backend.post(`${address}?partner=open-door`, example, {
        'idempotency-key': 'example-key',
        authorization: `Bearer ${tokens.get('northside') ?? ''}`,
      });
      const [done] = Object.keys(operation.responses).filter((status) => status < '300');
      assert.equal(String(response.status), done, path);
      sent += 1;
    }
    assert.equal(sent, 9);
  });

  it('references only schemas that it contains, and contains no unused schema', () => {
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual([...new Set(named)].sort(), Object.keys(document.components.schemas).sort());
  });

  it('describes every possible response, with errors as problem details', () => {
    for (const { method, operation } of operations()) {
      const statuses = Object.keys(operation.responses);
      assert.ok(statuses.includes('503'));
      if (method === 'post')
        for (const status of ['400', '404', '413', '415', '422'])
          assert.ok(statuses.includes(status));
      for (const [status, answer] of Object.entries(operation.responses))
        assert.deepEqual(Object.keys(answer.content), [
          Number(status) < 300 ? 'application/json' : 'application/problem+json',
        ]);
    }
  });

  it('requires a token for staff endpoints and a partner for all others', () => {
    for (const { path, operation } of operations()) {
      const isStaff = path.includes('/staff/');
      assert.deepEqual(operation.security, isStaff ? [{ staffToken: [] }] : undefined);
      const parameters = operation.parameters.map(({ name }) => name);
      assert.equal(parameters.includes('partner'), !isStaff);
    }
  });

  it('has a page that loads only our own scripts and styles, without inline ones', async () => {
    const response = await backend.ask('/docs');
    assert.match(response.headers.get('content-type') ?? '', /^text\/html; charset=utf-8$/i);
    const policy = response.headers.get('content-security-policy')?.split('; ') ?? [];
    assert.deepEqual(
      policy.filter((directive) => /^(script|style|connect)-src/.test(directive)),
      ["style-src 'self'", "script-src 'self'", "connect-src 'self'"],
    );
    const page = await response.text();
    assert.match(page, /<title>Kith API reference<\/title>/);
    assert.match(page, /<noscript>[^]*href="\/api\/v1\/openapi\.json"[^]*<\/noscript>/);
    assert.doesNotMatch(page, /<script(?![^>]* src=)|<style|style=|javascript:| on\w+=/);
    const loaded = [...page.matchAll(/(?:src|rel="stylesheet" href)="([^"]+)"/g)];
    assert.equal(loaded.length, 4);
    for (const [, address = ''] of loaded) {
      const asset = await backend.ask(address);
      assert.equal(asset.status, 200, address);
      assert.match(
        asset.headers.get('content-type') ?? '',
        address.endsWith('.css') ? /^text\/css;/ : /^text\/javascript;/,
      );
      assert.match(asset.headers.get('cache-control') ?? '', /^public/);
    }
    const missing = await backend.ask('/assets/api-reference/nothing.js');
    assert.equal((await problemOf(missing)).status, 404);
  });

  it('explains the problem types at the address in their “type”', async () => {
    for (const kind of ['not-eligible', 'idempotency-key-reused'])
      assert.equal((await backend.ask(`/problems/${kind}`)).status, 303);
    assert.equal((await backend.ask('/problems/other')).status, 404);
  });
});
