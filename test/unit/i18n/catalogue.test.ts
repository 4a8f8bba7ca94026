import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { Field, Question } from '../../../src/referral/contract/questions/question.js';
import { audiences } from '../../../src/core/service/audience.js';
import { sections } from '../../../src/referral/contract/questions/question.js';
import { questionsOf } from '../../../src/referral/contract/questions/asked-questions.js';
import { selfPages } from '../../../src/referral/contract/questions/questions-for-self.js';
import { datePartNames, readAnswer } from '../../../src/referral/contract/questions/read-answer.js';
import { parse } from '../../../src/core/contract/parse.js';
import common from '../../../src/i18n/catalogues/common/en.json' with { type: 'json' };
import form from '../../../src/i18n/catalogues/form/en.json' with { type: 'json' };
import { exampleAnswers, exampleProfile, today } from '../core/service/example-profile.js';

// The questions that only other audiences are asked are tested in audience-messages.test.ts.
const questions = questionsOf({ pages: selfPages });

// A person who refers themself is not asked about a referrer.
const ownSections = sections.filter((section) => section !== 'referrer');

const catalogue = { ...common, ...form };
const keys = Object.keys(catalogue);
const profile = exampleProfile();
const everyWay = ['phone', 'text', 'email', 'letter', 'none'] as const;

/** Every context that changes which fields of a question are shown. */
const contexts = [...everyWay.map((way) => [way]), ['phone' as const, 'text' as const]].map(
  (ways) => ({
    profile,
    for: 'self' as const,
    pages: selfPages,
    today,
    answers: { ...exampleAnswers, contact: { ways } },
  }),
);

const messageKeyOf = (question: Question, field: Field): string =>
  `${question.id}.${field.messageKey ?? field.name}`;

// A field that is alone on its page uses the title as its label. The check page shows every label except those of
// consents, which have texts of the service.
const labels = questions.flatMap((question) =>
  question.fields
    .filter(({ kind }) => kind !== 'consents')
    .map((field) => `${messageKeyOf(question, field)}.label`),
);

const options = questions.flatMap((question) =>
  question.fields.flatMap((field) =>
    field.kind === 'choice' || field.kind === 'choices'
      ? contexts.flatMap((context) =>
          field
            .options(context)
            .filter(({ label }) => label === undefined)
            .map(({ value }) => `${messageKeyOf(question, field)}.${value}`),
        )
      : [],
  ),
);

const dateParts = questions.flatMap((question) =>
  question.fields
    .filter(({ kind }) => kind === 'date')
    .flatMap((field) => datePartNames.map((part) => `${messageKeyOf(question, field)}.${part}`)),
);

/** Values that a person or a program might put into any field. */
const wrongTexts = ['', 'x', '!', '1', 'a'.repeat(3000), '2020-01-01', '1800-01-01', '2999-01-01'];
const wrongLists = [[], ['x'], ['phone', 'none'], ['x'.repeat(100)], Array(50).fill('x')];
const wrongValues: readonly unknown[] = [undefined, null, 7, {}, ...wrongTexts, ...wrongLists];

const wrongDates = [
  { day: '1' },
  { month: '1' },
  { year: '1990' },
  { day: '1', month: '1' },
  { day: '1', year: '1990' },
  { day: '1', month: '1', year: '90' },
  { day: '31', month: '2', year: '1990' },
  { day: '1', month: '1', year: '1800' },
  { day: '1', month: '1', year: '2999' },
].map((parts) =>
  Object.fromEntries(Object.entries(parts).map(([part, text]) => [`date-${part}`, text])),
);

/** The codes of all problems that the backend may find in an answer to a question. */
function backendProblemCodes(question: Question): readonly string[] {
  const names = [...question.fields.map(({ name }) => name), 'version', 'code', 'extra'];
  const candidates = names.flatMap((name) => wrongValues.map((value) => ({ [name]: value })));
  return candidates.flatMap((candidate) => {
    const read = parse(question.answer, candidate);
    const found = read.ok
      ? contexts.flatMap((context) => question.check?.(read.value, context) ?? [])
      : read.failure;
    return found.map(({ code }) => code);
  });
}

/** The codes of all problems that a person may read under the fields of a question. */
function pageProblemCodes(question: Question): readonly string[] {
  const texts = question.fields.flatMap(({ name }) =>
    [...wrongTexts, ...wrongLists.map((list) => list.map(String))].map((value) => ({
      [name]: value,
    })),
  );
  const ticked = texts.map((raw) => ({ ...raw, noFixedAddress: 'yes', status: 'registered' }));
  return [{}, ...texts, ...ticked, ...wrongDates].flatMap((raw) =>
    contexts.flatMap((context) => {
      const required = Object.fromEntries(questions.map(({ id }) => [id, 'required' as const]));
      const strict = { ...context, profile: { ...profile, questions: required } };
      const outdated = {
        ...context,
        profile: { ...profile, consent: { version: '2', items: profile.consent.items } },
      };
      return [context, strict, outdated].flatMap((one) => {
        const read = readAnswer(question, raw, one);
        return read.ok ? [] : read.failure.map(({ code }) => code);
      });
    }),
  );
}

const pageCodes = new Set(questions.flatMap(pageProblemCodes));
const shapeCodes = new Set(questions.flatMap(backendProblemCodes));

/** The source of the program, which contains most keys as literals. */
async function sources(): Promise<string> {
  const texts = ['src', 'server'].map(async (folder) => {
    const names = await readdir(folder, { recursive: true });
    const programs = names.filter((name) => name.endsWith('.ts') && !name.includes('generated'));
    return (await Promise.all(programs.map((name) => readFile(`${folder}/${name}`, 'utf8')))).join(
      '\n',
    );
  });
  return (await Promise.all(texts)).join('\n');
}

const missing = (wanted: Iterable<string>): readonly string[] =>
  [...new Set(wanted)].filter((key) => !keys.includes(key));

describe('the English catalogue', () => {
  it('has a title for every question', () => {
    assert.deepEqual(missing(questions.map(({ id }) => `${id}.title`)), []);
  });
  it('has a label for every field', () => {
    assert.deepEqual(missing(labels), []);
  });
  it('has a message for every option without a text of the service', () => {
    assert.deepEqual(missing(options), []);
  });
  it('has a message for every part of a date', () => {
    assert.deepEqual(missing(dateParts), []);
  });
  it('has a title for every section of the check page', () => {
    assert.deepEqual(missing(ownSections.map((section) => `section.${section}`)), []);
  });
  it('has a message for every problem that a page can show', () => {
    assert.ok(pageCodes.size > 40, String(pageCodes.size));
    assert.deepEqual(missing(pageCodes), []);
  });
  it('has a message for every problem that the backend can find in an answer', () => {
    assert.ok(shapeCodes.size > 40, String(shapeCodes.size));
    assert.deepEqual(missing(shapeCodes), []);
  });
});

describe('every key of the English catalogue', () => {
  it('is used by the program', async () => {
    const program = await sources();
    const fromQuestions = new Set([
      ...questions.flatMap(({ id }) => [`${id}.title`, `${id}.note`]),
      ...questions.flatMap((question) =>
        question.fields.map((field) => `${messageKeyOf(question, field)}.hint`),
      ),
      ...labels,
      ...options,
      ...dateParts,
      ...pageCodes,
      ...shapeCodes,
      ...sections.map((section) => `section.${section}`),
      ...audiences.flatMap((one) => [`who.${one}`, `who.${one}.hint`]),
      ...['open', 'waiting-list', 'closed'].map((state) => `wait.${state}`),
      ...['area', 'closed', 'too-young', 'too-old', 'declined'].flatMap((reason) => [
        `stop.${reason}.title`,
        `stop.${reason}.text`,
      ]),
    ]);
    const dead = keys.filter((key) => !fromQuestions.has(key) && !program.includes(`'${key}'`));
    assert.deepEqual(dead, []);
  });
  it('is plain English in short sentences, without exclamation marks', () => {
    for (const [key, text] of Object.entries(catalogue)) {
      assert.ok(!/!|\bplease\b/i.test(text), key);
      for (const sentence of text.split(/[.?]\s/))
        assert.ok(sentence.split(/\s+/).length <= 30, `${key}: ${sentence}`);
    }
  });
});
