import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import {
  addressOf,
  checkCatalogue,
  pseudo,
  readCatalogue,
  readLanguages,
  readParts,
  writtenLike,
} from '../../../scripts/messages/catalogues.mjs';

const english = {
  'start.title': 'Refer yourself to {service}',
  'finder.further':
    '{count, plural, one {Further from {place} ({count} activity)} other {Further from {place} ({count} activities)}}',
};
const polish = {
  'start.title': 'Zgłoszenie do {service}',
  'finder.further':
    '{count, plural, one {Dalej od {place} ({count})} few {Dalej od {place} ({count})} many {Dalej od {place} ({count})} other {Dalej od {place} ({count})}}',
};
const further = polish['finder.further'];

describe('a translation', () => {
  it('is accepted when every message is there', () => {
    checkCatalogue('form', 'pl', polish, english);
  });

  const wrong: readonly (readonly [what: string, changed: object, reason: RegExp])[] = [
    [
      'lacks a key',
      { 'start.title': undefined },
      /^Error: form\/pl\.json: start\.title is missing$/,
    ],
    ['has an extra key', { 'start.titel': 'x' }, /start\.titel is not in English/],
    ['is empty', { 'start.title': ' ' }, /start\.title is empty|lacks/],
    [
      'loses a placeholder',
      { 'start.title': 'Zgłoszenie' },
      /form\/pl\.json: start\.title lacks \{service\}/,
    ],
    [
      'translates the name of a placeholder',
      { 'start.title': 'Zgłoszenie do {usługi}' },
      /start\.title (cannot be read|lacks \{service\})/,
    ],
    [
      'has a placeholder that English does not have',
      { 'start.title': 'Do {service} w {area}' },
      /start\.title has \{area\} too many/,
    ],
    ['cannot be read', { 'start.title': 'Do {service' }, /start\.title cannot be read/],
    [
      'lacks a plural form',
      { 'finder.further': further.replace(/ many \{.*?\}\)\}/, '') },
      /finder\.further lacks the form “many” of \{count\}/,
    ],
    [
      'has a plural form that the language does not have',
      { 'finder.further': further.replace(/ many /, ' two {{place}} many ') },
      /finder\.further has a form “two” of \{count\}, which pl does not have/,
    ],
    [
      'has no plural where English has one',
      { 'finder.further': 'Dalej od {place} ({count})' },
      /finder\.further has no plural of \{count\}/,
    ],
    [
      'loses a placeholder in one plural form',
      { 'finder.further': further.replace('few {Dalej od {place}', 'few {Dalej') },
      /finder\.further fills in other things in the form “few” of \{count\}/,
    ],
    [
      'formats a number by itself',
      { 'start.title': 'Do {service, number}' },
      /start\.title holds a function/,
    ],
  ];
  for (const [what, changed, reason] of wrong)
    it(`is refused, with the file and the key, when it ${what}`, () => {
      const catalogue = JSON.parse(JSON.stringify({ ...polish, ...changed }));
      assert.throws(() => {
        checkCatalogue('form', 'pl', catalogue, english);
      }, reason);
    });

  it('reports every problem at once', () => {
    assert.throws(() => {
      checkCatalogue('form', 'pl', { 'start.title': 'x' }, english);
    }, /finder\.further is missing\n.*start\.title lacks \{service\}/);
  });
});

describe('the catalogues', () => {
  it('are complete in every language', async () => {
    for (const { tag } of await readLanguages())
      for (const part of await readParts())
        checkCatalogue(part, tag, await readCatalogue(part, tag), await readCatalogue(part, 'en'));
  });

  it('have the same layout as the English ones, so that they can be read side by side', async () => {
    for (const { tag } of await readLanguages())
      for (const part of await readParts()) {
        const source = await readFile(addressOf(part, 'en'), 'utf8');
        const written = await readFile(addressOf(part, tag), 'utf8');
        assert.equal(
          written,
          writtenLike(source, await readCatalogue(part, tag)),
          `${part} ${tag}`,
        );
      }
  });

  it('are reported as missing for a language without translations', async () => {
    await assert.rejects(readCatalogue('form', 'tlh'), /form\/tlh\.json is missing/);
  });
});

describe('the made-up language', () => {
  it('is longer, has accents, and keeps placeholders', () => {
    const english = 'Medicine cannot fix all of them, says {name}';
    const text = pseudo(english);
    assert.match(text, /\{name\}$/);
    assert.ok(text.length > english.length * 1.2, text);
    assert.doesNotMatch(text.replace('{name}', ''), /[a-zA-Z]/);
  });
  it('keeps every plural form', () => {
    assert.equal(
      pseudo('{count, plural, =0 {No} one {{count} mile} other {{count} miles}}'),
      '{count, plural, =0 {Ñö} one {{count} ɱîļéé} other {{count} ɱîļééš}}',
    );
  });
});
