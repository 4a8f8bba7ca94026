import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audiences } from '../../../src/core/service/audience.js';
import { pagesOf } from '../../../src/referral/contract/questions/every-question.js';
import { sections } from '../../../src/referral/contract/questions/question.js';
import { readAnswer } from '../../../src/referral/contract/questions/read-answer.js';
import common from '../../../src/i18n/catalogues/common/en.json' with { type: 'json' };
import form from '../../../src/i18n/catalogues/form/en.json' with { type: 'json' };
import others from '../../../src/i18n/catalogues/others/en.json' with { type: 'json' };
import { messagesFrom } from '../../../src/i18n/messages.js';
import { exampleProfile, today } from '../core/service/example-profile.js';

const kinds = audiences.filter((one) => one !== 'self');

describe('the messages of the form for a person who refers somebody else', () => {
  for (const audience of kinds) {
    const messages = messagesFrom({ ...common, ...form, ...others }, {}, [audience, 'other']);
    const pages = pagesOf(audience);
    const context = { profile: exampleProfile(), for: audience, pages, today, answers: {} };

    it(`as ${audience} have a title, labels, options and errors for every question`, () => {
      const keys = pages.flatMap(({ id: page, questions }) => [
        ...(questions.length > 1 ? [`page.${page}.title`] : []),
        ...questions.flatMap((question) => [
          `${question.id}.title`,
          ...question.fields.flatMap((field) => {
            const name = `${question.id}.${field.messageKey ?? field.name}`;
            const own =
              field.kind === 'choice' || field.kind === 'choices'
                ? field.options(context).filter(({ label }) => label === undefined)
                : [];
            const labelled =
              field.isTitle === true || field.kind === 'consents' ? [] : [`${name}.label`];
            return [...labelled, ...own.map(({ value }) => `${name}.${value}`)];
          }),
          ...codesOf(readAnswer(question, {}, context)),
        ]),
      ]);
      assert.ok(keys.length > 60);
      assert.deepEqual(
        keys.filter((key) => messages.find(key) === undefined),
        [],
      );
    });

    it(`as ${audience} have a title for every section and a text for every reason to stop`, () => {
      const keys = [
        ...sections.map((section) => `section.${section}`),
        ...[
          'area',
          'closed',
          'too-young',
          'too-old',
          'declined',
          'not-asked',
          'safeguarding',
          'no-agreement',
        ].flatMap((reason) => [`stop.${reason}.title`, `stop.${reason}.text`]),
      ];
      assert.deepEqual(
        keys.filter((key) => messages.find(key) === undefined),
        [],
      );
    });
  }

  it('speak about the person where the form for oneself speaks to them', () => {
    const messages = messagesFrom({ ...common, ...form, ...others }, {}, ['professional', 'other']);
    assert.equal(messages.find('place.title'), 'Where does the person live?');
    assert.match(messages.find('start.time') ?? '', /about 3 minutes/);
    assert.equal(messages.find('action.continue'), 'Continue');
  });
});

const codesOf = (read: ReturnType<typeof readAnswer>): readonly string[] =>
  read.ok ? [] : read.failure.map(({ code }) => code);
