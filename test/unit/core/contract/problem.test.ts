import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { parse } from '../../../../src/core/contract/parse.js';
import { Problem } from '../../../../src/core/contract/problem.js';
import { Referral } from '../../../../src/referral/contract/referral.js';

const issuesOf = (schema: z.ZodMiniType, value: unknown) => {
  const parsed = parse(schema, value);
  assert.ok(!parsed.ok);
  return parsed.failure;
};

describe('what a schema finds wrong', () => {
  const schema = z.strictObject({
    list: z.optional(z.array(z.string('list.shape')).check(z.maxLength(2))),
    name: z.string('name.missing').check(z.maxLength(3, 'name.long')),
  });

  it('names the field by its path, and the cause', () => {
    assert.deepEqual(issuesOf(schema, {}), [{ field: 'name', code: 'name.missing' }]);
  });
  it('names the place in a list', () => {
    assert.deepEqual(issuesOf(schema, { name: 'a', list: ['b', 1] }), [
      { field: 'list.1', code: 'list.shape' },
    ]);
  });
  it('names the limit of what is too long', () => {
    assert.deepEqual(issuesOf(schema, { name: 'abcd' }), [
      { field: 'name', code: 'name.long', limit: 3 },
    ]);
  });
  it('has a code of its own where the schema gave none', () => {
    assert.deepEqual(issuesOf(schema, { name: 'a', list: ['1', '2', '3'] }), [
      { field: 'list', code: 'field.shape', limit: 2 },
    ]);
  });
  it('has a code of its own where the message is no key of words', () => {
    for (const message of ['Invalid input', 'invalid', ''])
      assert.deepEqual(issuesOf(z.string(message), 7), [{ field: '', code: 'field.shape' }]);
  });
  it('names each field that is not known', () => {
    assert.deepEqual(issuesOf(schema, { name: 'a', b: 1, c: 2 }), [
      { field: 'b', code: 'field.unknown' },
      { field: 'c', code: 'field.unknown' },
    ]);
  });
  it('says the same of the same field once', () => {
    const strict = z.string().check(z.regex(/^\d+$/, 'phone.shape'), z.minLength(7, 'phone.shape'));
    assert.deepEqual(issuesOf(strict, 'x'), [{ field: '', code: 'phone.shape' }]);
  });
  it('has no path where the whole is wrong', () => {
    assert.deepEqual(issuesOf(schema, 1), [{ field: '', code: 'field.shape' }]);
  });
  it('never repeats what was typed', () => {
    const secret = 'Maya Example';
    const issues = issuesOf(Referral, {
      for: secret,
      language: secret,
      answers: { name: { full: secret.repeat(20) }, contact: { ways: [secret] }, place: secret },
    });
    assert.equal(JSON.stringify(issues).includes(secret), false);
    assert.ok(issues.length > 3);
  });
});

describe('an error answer', () => {
  it('may hold more than we know', () => {
    const body = { type: 'about:blank', title: 'No', status: 400, instance: '/x' };
    assert.equal(z.safeParse(Problem, body).success, true);
  });
});
