import { type Result, failed, ok } from '../../../core/result.js';
import { consentFor } from '../consent-for.js';
import { isoDate } from '../../../core/contract/date.js';
import type { FieldIssue } from '../../../core/contract/problem.js';
import type { Field, Question, QuestionContext, RawAnswer } from './question.js';
import { mayBeEmpty, missingAnswer } from './check-answers.js';
import { parse } from '../../../core/contract/parse.js';
import { isEmptyAnswer } from './asked-questions.js';
import { cleanLine, cleanText, withPlainDigits } from '../../../core/contract/text.js';
import { monthNumber } from '../../../core/month-number.js';

type ReadField = { readonly value: unknown } | { readonly code: string; readonly part?: string };

const textOf = (raw: RawAnswer, name: string, clean = cleanLine): string => {
  const value = raw[name];
  return typeof value === 'string' ? clean(value) : '';
};

const listOf = (raw: RawAnswer, name: string): readonly string[] => {
  const value = raw[name];
  return typeof value === 'object' ? value : [];
};

/** The names of the three text fields of a date. */
export const datePartNames = ['day', 'month', 'year'] as const;

const wholeNumber = (typed: string): number =>
  /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;

// In the order of the GOV.UK Design System: nothing, a part missing, not a real date.
function readDate(raw: RawAnswer, name: string): ReadField {
  const [day = '', month = '', year = ''] = datePartNames.map((part) =>
    withPlainDigits(textOf(raw, `${name}-${part}`)),
  );
  if (day + month + year === '') return { value: undefined };
  const absent = datePartNames.find((part) => textOf(raw, `${name}-${part}`) === '');
  if (absent) return { code: `${absent}Missing`, part: absent };
  if (!/^\d{4}$/.test(year)) return { code: 'yearShort', part: 'year' };
  // People also write “1st” or “1.”, and a month as a word (GOV.UK Design System, date input).
  const dayNumber = wholeNumber(day.replace(/(st|nd|rd|th|\.)$/i, ''));
  const named = /\d/.test(month) ? wholeNumber(month.replace(/\.$/, '')) : monthNumber(month);
  const date = isoDate(wholeNumber(year), named ?? Number.NaN, dayNumber);
  return date === undefined ? { code: 'real' } : { value: date };
}

function readField(field: Field, raw: RawAnswer): ReadField {
  switch (field.kind) {
    case 'date':
      return readDate(raw, field.name);
    case 'choices': {
      const chosen = listOf(raw, field.name);
      return { value: chosen.length > 0 ? chosen : undefined };
    }
    case 'consents':
      return { value: listOf(raw, field.name) };
    case 'longText':
      return { value: textOf(raw, field.name, cleanText) || undefined };
    case 'text':
    case 'choice':
    case 'tick':
    case 'practice':
      return { value: textOf(raw, field.name) || undefined };
  }
}

/** The fields of a question that are shown, given the contents of its controls. */
export const shownFields = (
  question: Question,
  raw: RawAnswer,
  context: QuestionContext,
): readonly Field[] => question.fields.filter((field) => field.when?.(raw, context) ?? true);

// Values that are sent with a field and have no control of their own.
function companions(
  field: Field,
  raw: RawAnswer,
  context: QuestionContext,
): Record<string, unknown> {
  if (field.kind === 'consents')
    return { version: consentFor(context.profile, context.for).version };
  if (field.kind !== 'practice') return {};
  const code = textOf(raw, `${field.name}-code`);
  return code === '' ? {} : { code };
}

/**
 * Reads the controls of a question and checks them just as the backend will: the answer as it is sent, `undefined` if
 * everything was left empty, or the issues with it.
 */
export function readAnswer<Answer>(
  question: Question<Answer>,
  raw: RawAnswer,
  context: QuestionContext,
): Result<Answer | undefined, readonly FieldIssue[]> {
  const candidate: Record<string, unknown> = {};
  const issues: FieldIssue[] = [];
  for (const field of shownFields(question, raw, context)) {
    const read = readField(field, raw);
    if ('code' in read) {
      const part = read.part === undefined ? '' : `-${read.part}`;
      issues.push({
        field: `${field.name}${part}`,
        code: `${question.id}.${field.name}.${read.code}`,
      });
    } else if (read.value !== undefined) {
      Object.assign(candidate, { [field.name]: read.value }, companions(field, raw, context));
    }
  }
  if (issues.length > 0) return failed(issues);
  const isEmpty = isEmptyAnswer(candidate);
  if (isEmpty && mayBeEmpty(question, context)) return ok(undefined);
  const read = check(question, candidate, context);
  if (!read.ok) return failed(oneForEachField(question, read.failure));
  return isEmpty ? failed([missingAnswer(question)]) : read;
}

function check<Answer>(
  question: Question<Answer>,
  candidate: Record<string, unknown>,
  context: QuestionContext,
): Result<Answer, readonly FieldIssue[]> {
  const asked = (answer: Answer): readonly FieldIssue[] => question.check?.(answer, context) ?? [];
  const read = parse(question.answer, candidate);
  if (read.ok) {
    const found = asked(read.value);
    return found.length > 0 ? failed(found) : read;
  }
  const issues = read.failure.map((issue) => asMissing(question, issue, candidate));
  // Missing fields are reported together with invalid ones, and not only after those are corrected.
  const isWrong = (name: string): boolean => issues.some(({ field }) => field === name);
  const rest = Object.fromEntries(Object.entries(candidate).filter(([name]) => !isWrong(name)));
  const others = parse(question.answer, rest);
  return failed(others.ok ? [...issues, ...asked(others.value)] : issues);
}

// For an absent field the schema reports a wrong shape; the person is told what to enter instead.
const asMissing = (
  question: Question,
  issue: FieldIssue,
  candidate: Record<string, unknown>,
): FieldIssue => {
  const [field = ''] = issue.field.split('.');
  return field in candidate
    ? { ...issue, field }
    : { field, code: `${question.id}.${field}.missing` };
};

// The issues are in the order of the fields on the page, at most one for each field.
const oneForEachField = (
  question: Question,
  issues: readonly FieldIssue[],
): readonly FieldIssue[] => {
  const names = [...new Set(question.fields.map(({ name }) => name))];
  return names.flatMap((name) => issues.find(({ field }) => field === name) ?? []);
};
