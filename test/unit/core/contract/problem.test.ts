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

describe('an issue that a schema reports', () => {
  const schema = z.strictObject({
    list: z.optional(z.array(z.string('list.shape')).check(z.maxLength(2))),
    name: z.string('name.missing').check(z.maxLength(3, 'name.long')),
  });

  it('names the field by its path, and the cause', () => {
    assert.deepEqual(issuesOf(schema, {}), [{ field: 'name', code: 'name.missing' }]);
  });
  it('names the index of an entry in a list', () => {
    assert.deepEqual(issuesOf(schema, { name: 'a', list: ['b', 1] }), [
      { field: 'list.1', code: 'list.shape' },
    ]);
  });
  it('names the limit when a value is too long', () => {
    assert.deepEqual(issuesOf(schema, { name: 'abcd' }), [
      { field: 'name', code: 'name.long', limit: 3 },
    ]);
  });
  it('has a general code when the schema gives none', () => {
    assert.deepEqual(issuesOf(schema, { name: 'a', list: ['1', '2', '3'] }), [
      { field: 'list', code: 'field.shape', limit: 2 },
    ]);
  });
  it('has a general code when the message is not the key of a message', () => {
    for (const message of ['Invalid input', 'invalid', ''])
      assert.deepEqual(issuesOf(z.string(message), 7), [{ field: '', code: 'field.shape' }]);
  });
  it('is reported for each unknown field', () => {
    assert.deepEqual(issuesOf(schema, { name: 'a', b: 1, c: 2 }), [
      { field: 'b', code: 'field.unknown' },
      { field: 'c', code: 'field.unknown' },
    ]);
  });
  it('is reported once when two checks of a field give the same code', () => {
    const strict = z.string().check(z.regex(/^\d+$/, 'phone.shape'), z.minLength(7, 'phone.shape'));
    assert.deepEqual(issuesOf(strict, 'x'), [{ field: '', code: 'phone.shape' }]);
  });
  it('has no path when the whole value is wrong', () => {
    assert.deepEqual(issuesOf(schema, 1), [{ field: '', code: 'field.shape' }]);
  });
  it('never contains what a person typed', () => {
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

describe('an error response', () => {
  it('may have members that the schema does not know', () => {
    const body = { type: 'about:blank', title: 'No', status: 400, instance: '/x' };
    assert.equal(z.safeParse(Problem, body).success, true);
  });
});
