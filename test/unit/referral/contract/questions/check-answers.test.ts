import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Answers } from '../../../../../src/referral/contract/questions/answers.js';
import { type Audience, audiences } from '../../../../../src/core/service/audience.js';
import {
  checkAnswers,
  mayBeEmpty,
} from '../../../../../src/referral/contract/questions/check-answers.js';
import { ineligibleByAge } from '../../../../../src/referral/contract/eligibility.js';
import {
  everyQuestion as questions,
  pagesOf,
  questionOf,
} from '../../../../../src/referral/contract/questions/every-question.js';
import {
  askedQuestions,
  isEmptyAnswer,
  keepAsked,
  modeOf,
  questionsOf,
} from '../../../../../src/referral/contract/questions/asked-questions.js';
import { selfPages } from '../../../../../src/referral/contract/questions/questions-for-self.js';
import type { QuestionMode } from '../../../../../src/core/service/service-profile.js';
import {
  exampleAnswers,
  exampleOfOthers,
  exampleProfile,
  today,
} from '../../../core/service/example-profile.js';

const withModes = (modes: Readonly<Record<string, QuestionMode>>) => ({
  profile: exampleProfile({ questions: modes }),
  for: 'self' as const,
  pages: selfPages,
  today,
});
const usual = withModes({});

const without = (...ids: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(exampleAnswers).filter(([id]) => !ids.includes(id)));

const essential = ['place', 'name', 'contact', 'details', 'permission'];

describe('the answers of a referral', () => {
  it('are valid when all required questions are answered', () => {
    assert.deepEqual(checkAnswers(exampleAnswers, usual), []);
    assert.deepEqual(Answers.parse(exampleAnswers), exampleAnswers);
  });
  for (const audience of ['someone-close', 'professional'] as const)
    it(`are valid when a person of the audience ${audience} has answered all their questions`, () => {
      const context = { ...usual, for: audience, pages: pagesOf(audience) };
      const answers = exampleOfOthers[audience];
      assert.deepEqual(checkAnswers(answers, context), []);
      assert.deepEqual(Answers.parse(answers), answers);
      for (const id of Object.keys(answers).filter((one) => one !== 'times'))
        assert.notDeepEqual(
          checkAnswers(
            Object.fromEntries(Object.entries(answers).filter(([one]) => one !== id)),
            context,
          ),
          [],
          id,
        );
    });
  const endings = [
    ['someone-close', 'relation', { who: 'friend', knows: 'no' }, 'not-asked'],
    ['professional', 'safeguarding', { concern: 'yes' }, 'safeguarding'],
    ['professional', 'agreement', { given: 'no', why: 'neither' }, 'no-agreement'],
  ] as const;
  for (const [audience, id, answer, reason] of endings)
    it(`are invalid with an answer that ends the journey: ${JSON.stringify(answer)}`, () => {
      const context = { ...usual, for: audience, pages: pagesOf(audience) };
      const codes = checkAnswers({ ...exampleOfOthers[audience], [id]: answer }, context).map(
        ({ code }) => code,
      );
      assert.deepEqual(codes, [`stop.${reason}.title`]);
    });
  it('need the reason instead of permissions when the person cannot decide', () => {
    const { permission: _, ...others } = exampleOfOthers.professional;
    const context = { ...usual, for: 'professional' as const, pages: pagesOf('professional') };
    const agreement = { given: 'no', why: 'best-interests' } as const;
    assert.deepEqual(checkAnswers({ ...others, agreement }, context), []);
    assert.deepEqual(
      keepAsked({ ...exampleOfOthers.professional, agreement }, context).permission,
      undefined,
    );
  });
  it('are valid without those to optional questions', () => {
    assert.deepEqual(checkAnswers(without('matters', 'times', 'support'), usual), []);
  });

  const required = [
    ['place', 'postcode'],
    ['birth', 'date'],
    ['needs', 'choices'],
    ['name', 'full'],
    ['contact', 'ways'],
    ['details', 'phone'],
    ['practice', 'status'],
    ['permission', 'agreed'],
  ] as const;
  for (const [id, field] of required)
    it(`are invalid without ${id}`, () => {
      const issues = checkAnswers(without(id), usual);
      // Later issues follow from the first: without a way of contact, no details are asked for.
      assert.deepEqual(issues[0], {
        field: `answers.${id}.${field}`,
        code: `${id}.${field}.missing`,
      });
    });

  it('are valid without those to questions that the service made optional or switched off', () => {
    for (const mode of ['optional', 'off'] as const) {
      const modes = withModes({ birth: mode, needs: mode, practice: mode });
      assert.deepEqual(checkAnswers(without('birth', 'needs', 'practice'), modes), [], mode);
    }
  });
  it('are invalid without those to questions that the service made required', () => {
    const modes = withModes({ matters: 'required', times: 'required' });
    const codes = checkAnswers(without('matters', 'times'), modes).map(({ code }) => code);
    assert.deepEqual(codes, ['matters.text.missing', 'times.choices.missing']);
  });
  it('are not checked for a question that the service switched off', () => {
    const answers = { ...exampleAnswers, birth: { date: '1800-01-01' } };
    assert.equal(checkAnswers(answers, usual).length, 1);
    assert.deepEqual(checkAnswers(answers, withModes({ birth: 'off' })), []);
  });
  it('are invalid without the details for each way of contact', () => {
    const answers = {
      ...exampleAnswers,
      contact: { ways: ['phone', 'email', 'letter'] },
    } satisfies Answers;
    assert.deepEqual(
      checkAnswers(answers, usual).map(({ field }) => field),
      ['email', 'addressLine1', 'town', 'emailSafe', 'letterSafe'].map(
        (field) => `answers.details.${field}`,
      ),
    );
  });
  it('are valid without details when the person cannot be contacted', () => {
    const answers = {
      ...without('details', 'times'),
      contact: { ways: ['none'] },
    } satisfies Answers;
    assert.deepEqual(checkAnswers(answers, usual), []);
  });

  for (const id of essential)
    it(`are invalid without ${id} whatever the settings of the service`, () => {
      for (const mode of ['off', 'optional'] as const) {
        const context = withModes({ [id]: mode });
        const question = questionOf(id);
        assert.ok(question);
        assert.equal(modeOf(question, context.profile), 'required');
        assert.notDeepEqual(checkAnswers(without(id), context), [], mode);
      }
    });
  it('have exactly these essential questions', () => {
    const found = questionsOf({ pages: selfPages })
      .filter(({ isEssential }) => isEssential === true)
      .map(({ id }) => id);
    assert.deepEqual(found, essential);
  });
});

describe('the questions that a person is asked', () => {
  const asked = (answers: Answers, modes: Readonly<Record<string, QuestionMode>> = {}) =>
    askedQuestions({ ...withModes(modes), answers })
      .map(({ id }) => id)
      .join(' ');

  it('are in a fixed order', () => {
    assert.equal(
      asked(exampleAnswers),
      'place birth needs matters name contact details times practice support permission',
    );
  });
  it('include times only when the person can be called or sent a text message', () => {
    for (const way of ['letter', 'email', 'none'] as const)
      assert.ok(!asked({ contact: { ways: [way] } }).includes('times'), way);
    assert.ok(!asked({}).includes('times'));
    assert.ok(asked({ contact: { ways: ['letter', 'text'] } }).includes('times'));
  });
  it('do not include those that the service switched off', () => {
    const off = { birth: 'off', needs: 'off', matters: 'off', practice: 'off' } as const;
    assert.equal(
      asked(exampleAnswers, { ...off, support: 'off', times: 'off' }),
      'place name contact details permission',
    );
  });
  it('depend on who refers', () => {
    const asked = (audience: Audience): readonly string[] =>
      askedQuestions({ ...usual, for: audience, pages: pagesOf(audience), answers: {} }).map(
        ({ id }) => id,
      );
    assert.ok(!asked('self').includes('referrer') && !asked('self').includes('relation'));
    assert.ok(asked('someone-close').includes('relation'));
    assert.ok(asked('professional').includes('referrer'));
    for (const audience of audiences) assert.equal(asked(audience)[0], 'place');
  });
  it('are found by their unique ids', () => {
    assert.equal(questionOf('toString'), undefined);
    assert.equal(questionOf(''), undefined);
    assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
    assert.deepEqual(
      Object.keys(Answers.shape),
      questions.map(({ id }) => id),
    );
  });
});

describe('the answers that are stored', () => {
  it('are only those to questions that were asked', () => {
    const answers = { ...exampleAnswers, contact: { ways: ['email' as const] }, other: 1 };
    const kept = keepAsked(answers, withModes({ birth: 'off', practice: 'off' }));
    assert.deepEqual(Object.keys(kept), [
      'place',
      'needs',
      'matters',
      'name',
      'contact',
      'details',
      'permission',
    ]);
  });
  it('are all answers when all questions were asked', () => {
    assert.deepEqual(keepAsked(exampleAnswers, usual), exampleAnswers);
  });
});

describe('a page that may be left empty', () => {
  const may = (id: string, answers: Answers, modes: Readonly<Record<string, QuestionMode>>) => {
    const question = questionOf(id);
    assert.ok(question);
    return mayBeEmpty(question, { ...withModes(modes), answers });
  };
  it('has an optional question', () => {
    assert.equal(may('matters', {}, {}), true);
    assert.equal(may('matters', {}, { matters: 'required' }), false);
    assert.equal(may('needs', {}, {}), false);
    assert.equal(may('needs', {}, { needs: 'optional' }), true);
  });
  it('has a question whose fields are all optional', () => {
    assert.equal(may('details', { contact: { ways: ['none'] } }, {}), true);
    assert.equal(may('details', { contact: { ways: ['phone'] } }, {}), false);
  });
  it('has an empty answer when none of its members has a value', () => {
    for (const empty of [undefined, {}, { a: undefined }, { a: [] }])
      assert.equal(isEmptyAnswer(empty), true);
    for (const full of [null, 'a', { a: 'b' }, { a: ['b'] }, { a: '' }])
      assert.equal(isEmptyAnswer(full), false);
  });
});

describe('the age check of a service', () => {
  const cases = [
    ['on the day before they are 18', '2008-11-23', { from: 18 }, 'too-young'],
    ['on the day they are 18', '2008-11-22', { from: 18 }, undefined],
    ['at 103', '1923-01-01', { from: 18 }, undefined],
    ['at the oldest age', '2000-11-23', { from: 18, to: 25 }, undefined],
    ['on the day before they are too old', '2000-11-23', { from: 16, to: 25 }, undefined],
    ['on the day they are too old', '2000-11-22', { from: 16, to: 25 }, 'too-old'],
    ['who was born yesterday, without a lowest age,', '2026-11-21', { from: 0 }, undefined],
  ] as const;
  for (const [who, date, age, reason] of cases)
    it(`finds a person ${who} ${reason ?? 'eligible'}`, () => {
      const context = { ...usual, profile: exampleProfile({ age }), answers: { birth: { date } } };
      assert.equal(ineligibleByAge(context), reason);
    });
  it('uses the ages of the teams, when they are known, and not those of the service', () => {
    const teams = [{ age: { from: 11, to: 17 } }, { age: { from: 30 } }];
    const reasonFor = (date: string) =>
      ineligibleByAge({ ...usual, answers: { birth: { date } } }, teams);
    assert.equal(reasonFor('2014-11-22'), undefined, '12');
    assert.equal(reasonFor('2016-11-22'), 'too-young', '10');
    assert.equal(reasonFor('2006-11-22'), 'too-young', '20, too young for the second team');
    assert.equal(reasonFor('1960-11-22'), undefined, '66');
    assert.equal(
      ineligibleByAge({ ...usual, answers: { birth: { date: '1960-11-22' } } }, teams.slice(0, 1)),
      'too-old',
    );
  });
  it('finds a person eligible while their age is unknown', () => {
    for (const answers of [{}, { birth: undefined }])
      assert.equal(ineligibleByAge({ ...usual, answers }), undefined);
  });
});
