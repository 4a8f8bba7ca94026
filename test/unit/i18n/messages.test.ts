import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  directionOf,
  knownLanguage,
  loadCatalogue,
  localesOf,
  replaceWords,
} from '../../../src/i18n/language.js';
import { messagesFrom } from '../../../src/i18n/messages.js';

const english = await loadCatalogue('en');
const messages = messagesFrom(english);

describe('the messages of a form', () => {
  it('come from the catalogue', () => {
    assert.equal(messages('action.continue'), 'Continue');
    assert.equal(messages.find('action.continue'), 'Continue');
  });
  it('have their placeholders filled in', () => {
    assert.equal(
      messages('start.title', { service: 'Northside Link' }),
      'Refer yourself to Northside Link',
    );
    assert.equal(messages('start.who.ageRange', { from: 16, to: 25 }), 'are aged 16 to 25');
  });
  it('keep a placeholder that has no value', () => {
    assert.equal(messages('start.title'), 'Refer yourself to {service}');
    assert.equal(messages('start.title', { other: 1 }), 'Refer yourself to {service}');
  });
  it('take values as they are, including braces and dollar signs', () => {
    assert.equal(
      messages('start.title', { service: '{area} $& $1' }),
      'Refer yourself to {area} $& $1',
    );
  });
  it('use the plural form for a number', () => {
    const days = (count: number) => messages('start.next.text', { days: count });
    assert.ok(days(1).includes('within 1 working day.'), days(1));
    assert.ok(days(5).includes('within 5 working days.'), days(5));
    const found = (count: number) => messages('practice.found', { count });
    assert.equal(found(0), 'No practice found. You can type its name.');
    assert.ok(found(1).startsWith('1 practice found.'));
    assert.ok(found(10).startsWith('10 practices found.'));
  });
  it('exist for every key, whatever values are given', () => {
    for (const key of Object.keys(english)) {
      const text = messages.find(key, { left: 2, over: 2, days: 2, count: 2 });
      assert.ok(typeof text === 'string' && text.length > 0, key);
      assert.ok(!text.includes('plural'), key);
    }
  });
});

describe('the messages that a service sets', () => {
  const own = messagesFrom(english, {
    'action.send': 'Send it to {service}',
    'start.next.text': 'We call within {days} days.',
    'place.note': 'A note of our own',
    'action.back': '',
  });
  it('replace those of the catalogue, and have their placeholders filled in', () => {
    assert.equal(own('action.send', { service: 'us' }), 'Send it to us');
    assert.equal(own('start.next.text', { days: 1 }), 'We call within 1 days.');
  });
  it('may add messages that the catalogue does not have', () => {
    assert.equal(own.find('place.note'), 'A note of our own');
  });
  it('may be empty', () => {
    assert.equal(own('action.back'), '');
  });
  it('leave the other messages unchanged', () => {
    assert.equal(own('action.continue'), 'Continue');
  });
});

describe('a message that no catalogue has', () => {
  it('is shown as its key, so that the page still works', () => {
    assert.equal(messagesFrom({})('action.send'), 'action.send');
  });
  it('is undefined when code asks for a key that may be missing', () => {
    assert.equal(messages.find('needs.nothing'), undefined);
  });
  it('is not looked up in the properties that every object inherits', () => {
    for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      assert.equal(messages.find(key), undefined);
  });
});

describe('the language of a page', () => {
  const cases = [
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-gb', 'en'],
    ['en_US.UTF-8', 'en'],
    ['english language', 'en'],
    ['', 'en'],
    ['  ', 'en'],
    ['-', 'en'],
    ['x-klingon', 'en'],
    ['cy', 'cy'],
    ['cy-GB', 'cy'],
    ['PL', 'pl'],
    ['ur-PK', 'ur'],
    ['de', 'en'],
    ['constructor', 'en'],
    ['__proto__', 'en'],
    ['日本語', 'en'],
  ] as const;
  for (const [tag, language] of cases)
    it(`is ${language} for the tag “${tag}”`, () => {
      assert.equal(knownLanguage(tag), language);
    });
  it('falls back to English when it is unknown', async () => {
    assert.deepEqual(await loadCatalogue('tlh'), english);
  });
  it('is right to left when its script is', () => {
    for (const tag of ['ar', 'ar-EG', 'ur', 'he', 'fa', 'ckb'])
      assert.equal(directionOf(tag), 'rtl');
    for (const tag of ['en', 'en-GB', '', 'cy', 'az']) assert.equal(directionOf(tag), 'ltr');
  });
});

describe('dates and prices', () => {
  const day = (language: string): string =>
    new Date(2026, 10, 29).toLocaleDateString(localesOf(language), { dateStyle: 'long' });
  it('are British in English, and when the browser does not know the language', () => {
    assert.equal(day('en'), '29 November 2026');
    assert.equal(day('en-xa'), '29 November 2026');
    // No browser knows Klingon.
    assert.equal(day('tlh'), '29 November 2026');
  });
  it('follow the language when the browser knows it', () => {
    assert.equal(day('pl'), '29 listopada 2026');
  });
});

describe('messages that a page replaces', () => {
  it('replace ours in their language, and have their placeholders filled in', async () => {
    replaceWords({
      en: { 'action.send': 'Send it to {service}', 'practice.found': '{count} surgeries' },
      cy: { 'action.send': 'Anfon' },
    });
    const own = messagesFrom(await loadCatalogue('en'));
    assert.equal(own('action.send', { service: 'us' }), 'Send it to us');
    assert.equal(own('practice.found', { count: 3 }), '3 surgeries');
    assert.equal(own('action.continue'), 'Continue');
    assert.equal(messagesFrom(await loadCatalogue('cy'))('action.send'), 'Anfon');
    assert.notEqual(messagesFrom(await loadCatalogue('pl'))('action.send'), 'Anfon');
    replaceWords({});
  });
  it('do not replace the messages of a service', async () => {
    replaceWords({ en: { 'action.send': 'Ours' } });
    const messages = messagesFrom(await loadCatalogue('en'), { 'action.send': 'The service’s' });
    assert.equal(messages('action.send'), 'The service’s');
    replaceWords({});
  });
});

describe('a value in a message', () => {
  it('is isolated from the surrounding text in a right-to-left language', async () => {
    const urdu = messagesFrom(await loadCatalogue('ur'));
    assert.match(urdu('start.title', { service: 'Northside Link' }), /\u2068Northside Link\u2069/);
    assert.doesNotMatch(messages('start.title', { service: 'us' }), /[\u2066-\u2069]/);
  });
});
