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

describe('answers as a whole', () => {
  it('are fine when everything that is required is there', () => {
    assert.deepEqual(checkAnswers(exampleAnswers, usual), []);
    assert.deepEqual(Answers.parse(exampleAnswers), exampleAnswers);
  });
  for (const audience of ['someone-close', 'professional'] as const)
    it(`are fine when ${audience} has answered what they are asked`, () => {
      const world = { ...usual, for: audience, pages: pagesOf(audience) };
      const answers = exampleOfOthers[audience];
      assert.deepEqual(checkAnswers(answers, world), []);
      assert.deepEqual(Answers.parse(answers), answers);
      for (const id of Object.keys(answers).filter((one) => one !== 'times'))
        assert.notDeepEqual(
          checkAnswers(
            Object.fromEntries(Object.entries(answers).filter(([one]) => one !== id)),
            world,
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
    it(`are refused with ${JSON.stringify(answer)}, whatever a page says`, () => {
      const world = { ...usual, for: audience, pages: pagesOf(audience) };
      const codes = checkAnswers({ ...exampleOfOthers[audience], [id]: answer }, world).map(
        ({ code }) => code,
      );
      assert.deepEqual(codes, [`stop.${reason}.title`]);
    });
  it('need no permissions from somebody who cannot decide, but the reason', () => {
    const { permission: _, ...others } = exampleOfOthers.professional;
    const world = { ...usual, for: 'professional' as const, pages: pagesOf('professional') };
    const agreement = { given: 'no', why: 'best-interests' } as const;
    assert.deepEqual(checkAnswers({ ...others, agreement }, world), []);
    assert.deepEqual(
      keepAsked({ ...exampleOfOthers.professional, agreement }, world).permission,
      undefined,
    );
  });
  it('may leave out what is optional', () => {
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
    it(`must hold ${id}`, () => {
      const issues = checkAnswers(without(id), usual);
      // Without ways to be reached, nobody is asked for their details.
      assert.deepEqual(issues[0], {
        field: `answers.${id}.${field}`,
        code: `${id}.${field}.missing`,
      });
    });

  it('need not hold what the service made optional or does not ask', () => {
    for (const mode of ['optional', 'off'] as const) {
      const modes = withModes({ birth: mode, needs: mode, practice: mode });
      assert.deepEqual(checkAnswers(without('birth', 'needs', 'practice'), modes), [], mode);
    }
  });
  it('must hold what the service made required', () => {
    const modes = withModes({ matters: 'required', times: 'required' });
    const codes = checkAnswers(without('matters', 'times'), modes).map(({ code }) => code);
    assert.deepEqual(codes, ['matters.text.missing', 'times.choices.missing']);
  });
  it('are not looked at where the service does not ask', () => {
    const answers = { ...exampleAnswers, birth: { date: '1800-01-01' } };
    assert.equal(checkAnswers(answers, usual).length, 1);
    assert.deepEqual(checkAnswers(answers, withModes({ birth: 'off' })), []);
  });
  it('name what depends on other answers', () => {
    const answers = {
      ...exampleAnswers,
      contact: { ways: ['phone', 'email', 'letter'] },
    } satisfies Answers;
    assert.deepEqual(
      checkAnswers(answers, usual).map(({ field }) => field),
      ['answers.details.email', 'answers.details.addressLine1', 'answers.details.town'],
    );
  });
  it('need no details of somebody who can give none', () => {
    const answers = {
      ...without('details', 'times'),
      contact: { ways: ['none'] },
    } satisfies Answers;
    assert.deepEqual(checkAnswers(answers, usual), []);
  });

  for (const id of essential)
    it(`always hold ${id}, whatever the service's settings say`, () => {
      for (const mode of ['off', 'optional'] as const) {
        const context = withModes({ [id]: mode });
        const question = questionOf(id);
        assert.ok(question);
        assert.equal(modeOf(question, context.profile), 'required');
        assert.notDeepEqual(checkAnswers(without(id), context), [], mode);
      }
    });
  it('have no other essential questions', () => {
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

  it('come in one order', () => {
    assert.equal(
      asked(exampleAnswers),
      'place birth needs matters name contact details times practice support permission',
    );
  });
  it('do not hold times for somebody who wants letters only', () => {
    for (const way of ['letter', 'email', 'none'] as const)
      assert.ok(!asked({ contact: { ways: [way] } }).includes('times'), way);
    assert.ok(!asked({}).includes('times'));
    assert.ok(asked({ contact: { ways: ['letter', 'text'] } }).includes('times'));
  });
  it('are as few as the service wants', () => {
    const off = { birth: 'off', needs: 'off', matters: 'off', practice: 'off' } as const;
    assert.equal(
      asked(exampleAnswers, { ...off, support: 'off', times: 'off' }),
      'place name contact details permission',
    );
  });
  it('differ by who refers', () => {
    const asked = (audience: Audience): readonly string[] =>
      askedQuestions({ ...usual, for: audience, pages: pagesOf(audience), answers: {} }).map(
        ({ id }) => id,
      );
    assert.ok(!asked('self').includes('referrer') && !asked('self').includes('relation'));
    assert.ok(asked('someone-close').includes('relation'));
    assert.ok(asked('professional').includes('referrer'));
    for (const audience of audiences) assert.equal(asked(audience)[0], 'place');
  });
  it('are known by their ids alone', () => {
    assert.equal(questionOf('toString'), undefined);
    assert.equal(questionOf(''), undefined);
    assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
    assert.deepEqual(
      Object.keys(Answers.shape),
      questions.map(({ id }) => id),
    );
  });
});

describe('what is kept of answers', () => {
  it('is only what was asked', () => {
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
  it('is everything when everything was asked', () => {
    assert.deepEqual(keepAsked(exampleAnswers, usual), exampleAnswers);
  });
});

describe('a page that may be left empty', () => {
  const may = (id: string, answers: Answers, modes: Readonly<Record<string, QuestionMode>>) => {
    const question = questionOf(id);
    assert.ok(question);
    return mayBeEmpty(question, { ...withModes(modes), answers });
  };
  it('is one whose question is optional', () => {
    assert.equal(may('matters', {}, {}), true);
    assert.equal(may('matters', {}, { matters: 'required' }), false);
    assert.equal(may('needs', {}, {}), false);
    assert.equal(may('needs', {}, { needs: 'optional' }), true);
  });
  it('is one all of whose fields are optional', () => {
    assert.equal(may('details', { contact: { ways: ['none'] } }, {}), true);
    assert.equal(may('details', { contact: { ways: ['phone'] } }, {}), false);
  });
  it('holds nothing when nothing in it holds anything', () => {
    for (const empty of [undefined, {}, { a: undefined }, { a: [] }])
      assert.equal(isEmptyAnswer(empty), true);
    for (const full of [null, 'a', { a: 'b' }, { a: ['b'] }, { a: '' }])
      assert.equal(isEmptyAnswer(full), false);
  });
});

describe('whom a service takes', () => {
  const cases = [
    ['on the day before they are 18', '2008-11-23', { from: 18 }, 'too-young'],
    ['on the day they are 18', '2008-11-22', { from: 18 }, undefined],
    ['at 103', '1923-01-01', { from: 18 }, undefined],
    ['at the oldest age', '2000-11-23', { from: 18, to: 25 }, undefined],
    ['a day before they are too old', '2000-11-23', { from: 16, to: 25 }, undefined],
    ['on the day they are too old', '2000-11-22', { from: 16, to: 25 }, 'too-old'],
    ['a newborn, where anyone may come', '2026-11-21', { from: 0 }, undefined],
  ] as const;
  for (const [title, date, age, reason] of cases)
    it(`${title}: ${reason ?? 'welcome'}`, () => {
      const context = { ...usual, profile: exampleProfile({ age }), answers: { birth: { date } } };
      assert.equal(ineligibleByAge(context), reason);
    });
  it('depends on the teams where they are known, and not on the ages of the service', () => {
    const teams = [{ age: { from: 11, to: 17 } }, { age: { from: 30 } }];
    const told = (date: string) =>
      ineligibleByAge({ ...usual, answers: { birth: { date } } }, teams);
    assert.equal(told('2014-11-22'), undefined, '12');
    assert.equal(told('2016-11-22'), 'too-young', '10');
    assert.equal(told('2006-11-22'), 'too-young', '20, for whom there will be one');
    assert.equal(told('1960-11-22'), undefined, '66');
    assert.equal(
      ineligibleByAge({ ...usual, answers: { birth: { date: '1960-11-22' } } }, teams.slice(0, 1)),
      'too-old',
    );
  });
  it('is everybody, as long as no age is known', () => {
    for (const answers of [{}, { birth: undefined }])
      assert.equal(ineligibleByAge({ ...usual, answers }), undefined);
  });
});
