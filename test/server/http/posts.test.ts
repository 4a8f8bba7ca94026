import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newReference } from '../../../server/database/reference.js';
import { descriptions } from '../../../server/openapi/operations.js';
import { examplesFor } from '../../../server/openapi/request-examples.js';
import { openBackend, problemOf, referral, type TestBackend, tokens, version } from '../harness.js';
import { spoiler } from './spoil.js';

const reference = '7K24XWT9';
const authorization = `Bearer ${tokens.get('northside') ?? ''}`;
const examples = examplesFor(version);

// Every POST endpoint except that for referrals, which has its own file (bodies.test.ts).
const posts = Object.entries(examples).filter(([name]) => name !== 'sendReferral');

for (const [name, example] of posts) {
  const path = descriptions[name]?.endpoint.path ?? '';
  describe(`a request body for ${path}`, () => {
    let backend: TestBackend;
    let clock = Date.parse('2026-11-22T10:30:00Z');
    before(async () => {
      // One hour passes between requests, so that no rate limit hides what is tested.
      const now = () => new Date((clock += 3_600_000));
      // The referral and the suggestion that the paths name; other stored data has its own references.
      const references = [reference, reference];
      const makeReference = () => references.pop() ?? newReference();
      backend = await openBackend({ now, makeReference });
      await backend.send(referral());
      await backend.suggest(examples.suggestActivity);
    });
    after(() => backend.close());

    let key = 0;
    const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
      backend.ask(`${path.replace('{reference}', reference)}?partner=open-door`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `posted-${String((key += 1))}`,
          authorization,
          ...headers,
        },
        body,
      });

    it('is read only as JSON', async () => {
      const text = JSON.stringify(example);
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', ''])
        assert.equal((await problemOf(await post(text, { 'content-type': type }))).status, 415);
      for (const broken of ['', '{', text.slice(1), `${text}}`, 'NaN'])
        assert.equal((await problemOf(await post(broken))).status, 400, broken);
    });

    it('is rejected when it is too large or too deep', async () => {
      assert.equal((await problemOf(await post(' '.repeat(65 * 1024)))).status, 413);
      const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
      assert.equal((await problemOf(await post(deep))).status, 400);
    });

    it('never causes a server error, and is never repeated when it is rejected', async () => {
      const { spoil } = spoiler();
      const secret = 'Zxqvmarker';
      let refused = 0;
      for (let round = 0; round < 150; round += 1) {
        const { status } = await post(JSON.stringify(spoil(example)) || 'null');
        assert.ok(status < 500, `status ${status}`);
        if (status === 422) refused += 1;
      }
      assert.ok(refused > 40, `only ${refused} were wrong`);
      for (const [name, value] of Object.entries(example)) {
        const wrong = typeof value === 'string' ? secret.repeat(300) : { [secret]: secret };
        const response = await post(JSON.stringify({ ...example, [name]: wrong }));
        if (response.status === 422)
          assert.equal((await response.text()).includes(secret.repeat(2)), false, name);
      }
      assert.deepEqual(backend.errors, []);
    });
  });
}
