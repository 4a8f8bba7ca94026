import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  directionOf,
  knownLanguage,
  loadCatalogue,
  localesOf,
  replaceWords,
} from '../../src/i18n/language.js';
import { wordsOf } from '../../src/i18n/words.js';

const english = await loadCatalogue('en');
const words = wordsOf(english);

describe('the words of a form', () => {
  it('are those of the catalogue', () => {
    assert.equal(words('action.continue'), 'Continue');
    assert.equal(words.maybe('action.continue'), 'Continue');
  });
  it('are filled in', () => {
    assert.equal(
      words('start.title', { service: 'Northside Link' }),
      'Refer yourself to Northside Link',
    );
    assert.equal(words('start.who.ageRange', { from: 16, to: 25 }), 'are aged 16 to 25');
  });
  it('keep the place of what is not given', () => {
    assert.equal(words('start.title'), 'Refer yourself to {service}');
    assert.equal(words('start.title', { other: 1 }), 'Refer yourself to {service}');
  });
  it('take what is filled in as it is, braces and dollars too', () => {
    assert.equal(
      words('start.title', { service: '{area} $& $1' }),
      'Refer yourself to {area} $& $1',
    );
  });
  it('bend with a number', () => {
    const days = (count: number) => words('start.next.text', { days: count });
    assert.ok(days(1).includes('within 1 working day.'), days(1));
    assert.ok(days(5).includes('within 5 working days.'), days(5));
    const found = (count: number) => words('practice.found', { count });
    assert.equal(found(0), 'No practice found. You can type its name.');
    assert.ok(found(1).startsWith('1 practice found.'));
    assert.ok(found(10).startsWith('10 practices found.'));
  });
  it('are there for every key, whatever is given', () => {
    for (const key of Object.keys(english)) {
      const text = words.maybe(key, { left: 2, over: 2, days: 2, count: 2 });
      assert.ok(typeof text === 'string' && text.length > 0, key);
      assert.ok(!text.includes('plural'), key);
    }
  });
});

describe('the words of a service', () => {
  const own = wordsOf(english, {
    'action.send': 'Send it to {service}',
    'start.next.text': 'We call within {days} days.',
    'place.note': 'A note of our own',
    'action.back': '',
  });
  it('replace those of the catalogue, and are filled in like them', () => {
    assert.equal(own('action.send', { service: 'us' }), 'Send it to us');
    assert.equal(own('start.next.text', { days: 1 }), 'We call within 1 days.');
  });
  it('may add words that the catalogue does not have', () => {
    assert.equal(own.maybe('place.note'), 'A note of our own');
  });
  it('may be nothing', () => {
    assert.equal(own('action.back'), '');
  });
  it('leave the others as they are', () => {
    assert.equal(own('action.continue'), 'Continue');
  });
});

describe('words that nobody wrote', () => {
  it('are shown by their key, so that the page still works', () => {
    assert.equal(wordsOf({})('action.send'), 'action.send');
  });
  it('are none where the key is put together', () => {
    assert.equal(words.maybe('needs.nothing'), undefined);
  });
  it('are not found in what every object has', () => {
    for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      assert.equal(words.maybe(key), undefined);
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
    it(`“${tag}” is read in ${language}`, () => {
      assert.equal(knownLanguage(tag), language);
    });
  it('that we do not know has the words of last resort', async () => {
    assert.deepEqual(await loadCatalogue('tlh'), english);
  });
  it('runs from the right where it is written so', () => {
    for (const tag of ['ar', 'ar-EG', 'ur', 'he', 'fa', 'ckb'])
      assert.equal(directionOf(tag), 'rtl');
    for (const tag of ['en', 'en-GB', '', 'cy', 'az']) assert.equal(directionOf(tag), 'ltr');
  });
});

describe('dates and prices', () => {
  const day = (language: string): string =>
    new Date(2026, 10, 29).toLocaleDateString(localesOf(language), { dateStyle: 'long' });
  it('are British in English, and where a browser does not know the language', () => {
    assert.equal(day('en'), '29 November 2026');
    assert.equal(day('en-xa'), '29 November 2026');
    // Klingon: no browser has it.
    assert.equal(day('tlh'), '29 November 2026');
  });
  it('are those of the language where the browser knows it', () => {
    assert.equal(day('pl'), '29 listopada 2026');
  });
});

describe('words of a page’s own', () => {
  it('stand in the place of ours in their language, and are filled in like them', async () => {
    replaceWords({
      en: { 'action.send': 'Send it to {service}', 'practice.found': '{count} surgeries' },
      cy: { 'action.send': 'Anfon' },
    });
    const own = wordsOf(await loadCatalogue('en'));
    assert.equal(own('action.send', { service: 'us' }), 'Send it to us');
    assert.equal(own('practice.found', { count: 3 }), '3 surgeries');
    assert.equal(own('action.continue'), 'Continue');
    assert.equal(wordsOf(await loadCatalogue('cy'))('action.send'), 'Anfon');
    assert.notEqual(wordsOf(await loadCatalogue('pl'))('action.send'), 'Anfon');
    replaceWords({});
  });
  it('do not stand in the place of a service’s', async () => {
    replaceWords({ en: { 'action.send': 'Ours' } });
    const words = wordsOf(await loadCatalogue('en'), { 'action.send': 'The service’s' });
    assert.equal(words('action.send'), 'The service’s');
    replaceWords({});
  });
});

describe('what is filled in', () => {
  it('stands by itself in a line that is written from the right', async () => {
    const urdu = wordsOf(await loadCatalogue('ur'));
    assert.match(urdu('start.title', { service: 'Northside Link' }), /\u2068Northside Link\u2069/);
    assert.doesNotMatch(words('start.title', { service: 'us' }), /[\u2066-\u2069]/);
  });
});
