import { isRecord } from '../shared/record.js';
import { type Result, failed, ok } from '../shared/result.js';
import type { AnswerShape, ListShape, Shape, TextShape } from './answer-shape.js';
import { isRealDate } from './date.js';
import { eachOnce } from './each-once.js';
import type { FieldIssue } from './problem.js';
import { isMet } from './rule.js';
import { tidied } from './text.js';

/**
 * An answer by its shape, or what is wrong with it: the same issues in the same order as by `schemaOf`. Paths start
 * at the answer.
 */
export function readShape<Value>(
  shape: Shape & { readonly of?: Value },
  value: unknown,
): Result<Value, readonly FieldIssue[]>;
export function readShape(shape: Shape, value: unknown): Result<unknown, readonly FieldIssue[]> {
  const read = readAt('', shape, value);
  return read.issues.length > 0 ? failed(eachOnce(read.issues)) : ok(read.value);
}

interface Read {
  readonly value: unknown;
  readonly issues: readonly FieldIssue[];
  /** It, or something in it, is of another kind altogether: nothing more can be asked of it. */
  readonly isBroken: boolean;
}

function readAt(field: string, shape: Shape, given: unknown): Read {
  switch (shape.kind) {
    case 'text':
      return readText(field, shape, given);
    case 'list':
      return readList(field, shape, given);
    case 'answer':
      return readMembers(field, shape, given);
    case 'date': {
      const isBroken = typeof given !== 'string';
      return read(given, isBroken, unless(!isBroken && isRealDate(given), field, shape.wrong));
    }
    case 'choice': {
      const isOne = shape.values.some((value) => value === given);
      return read(given, !isOne, unless(isOne, field, shape.wrong));
    }
  }
}

const read = (
  value: unknown,
  isBroken: boolean,
  ...issues: readonly (readonly FieldIssue[])[]
): Read => ({ value, isBroken, issues: issues.flat() });

const unless = (isRight: boolean, field: string, code: string): readonly FieldIssue[] =>
  isRight ? [] : [{ field, code }];

const within = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`);

// In code points: an emoji is one character. Whatever has a length is measured, as the schema library does, even
// where it should have been a text.
function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return value.replace(/./gsu, '_').length;
  const length: unknown =
    Array.isArray(value) || isRecord(value) ? Reflect.get(value, 'length') : undefined;
  return length === undefined ? undefined : Number(length);
}

const tooLong = (
  field: string,
  code: string,
  value: unknown,
  max = Infinity,
): readonly FieldIssue[] => ((lengthOf(value) ?? 0) <= max ? [] : [{ field, code, limit: max }]);

const tooShort = (field: string, code: string, value: unknown, min = 0): readonly FieldIssue[] =>
  unless((lengthOf(value) ?? min) >= min, field, code);

function readText(field: string, shape: TextShape, given: unknown): Read {
  const { tidy, min, max, pattern, missing, long, wrong } = shape;
  if (typeof given !== 'string')
    return read(given, true, unless(false, field, missing), tooLong(field, long, given, max));
  const value = tidied(given, tidy);
  return read(
    value,
    false,
    // A postcode or a reference in its usual form is short, whatever else was typed.
    tooLong(field, long, tidy === 'text' ? value : given, max),
    tooShort(field, missing, value, min),
    unless(pattern?.test(value) ?? true, field, wrong),
  );
}

function readList(
  field: string,
  { each, min, max, wrong, alone }: ListShape,
  given: unknown,
): Read {
  const long = tooLong(field, wrong, given, max);
  if (!Array.isArray(given)) return read(given, true, unless(false, field, wrong), long);
  // Nobody is told of each of a thousand things in a list of five.
  if (long.length > 0) return read(given, true, long);
  const all = given.map((one, index) => readAt(within(field, String(index)), each, one));
  const isBroken = all.some((one) => one.isBroken);
  return read(
    all.map(({ value }) => value),
    isBroken,
    all.flatMap(({ issues }) => issues),
    tooShort(field, wrong, given, min),
    alone && !isBroken && given.length > 1 && given.includes(alone[0])
      ? [{ field, code: alone[1] }]
      : [],
  );
}

function readMembers(field: string, { members, rules }: AnswerShape, given: unknown): Read {
  if (!isRecord(given)) return read(given, true, unless(false, field, 'field.shape'));
  const all = Object.entries(members)
    .filter(([name, { isOptional }]) => isOptional !== true || given[name] !== undefined)
    .map(([name, shape]) => [name, readAt(within(field, name), shape, given[name])] as const);
  const value = Object.fromEntries(all.map(([name, one]) => [name, one.value]));
  const isBroken = all.some(([, one]) => one.isBroken);
  return read(
    value,
    isBroken,
    all.flatMap(([, { issues }]) => issues),
    Object.keys(given).flatMap((name) =>
      unless(Object.hasOwn(members, name), within(field, name), 'field.unknown'),
    ),
    rules.flatMap((rule) =>
      unless(isBroken || isMet(rule, value), within(field, rule.needs), rule.missing),
    ),
  );
}
