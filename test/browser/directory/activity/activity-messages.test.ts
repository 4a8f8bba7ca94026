import { expect } from '@open-wc/testing';
import { finder } from '../../../../src/i18n/generated/finder.js';
import { loadCatalogue } from '../../../../src/i18n/language.js';
import { type FinderWords, wordsOf } from '../../../../src/i18n/messages.js';
import {
  type Locale,
  agesWords,
  costWords,
  countWords,
  dateWords,
  distanceWords,
  languageWords,
  occurrenceWords,
  priceWords,
  sessionWords,
  valueWords,
} from '../../../../src/directory/activity/activity-messages.js';

const words: FinderWords = wordsOf(await loadCatalogue('en', finder));
const locale: Locale = { words, language: 'en', timeZone: 'Europe/London' };
// Browsers put thin and unbreakable blanks between times.
const plain = (text: string): string => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

describe('the words for an activity', () => {
  it('name its next date as clocks show it there, in winter and in summer', () => {
    const winter = { starts: '2026-11-24T10:00:00.000Z', ends: '2026-11-24T12:00:00.000Z' };
    const summer = { starts: '2026-06-02T09:00:00.000Z', ends: '2026-06-02T11:00:00.000Z' };
    expect(plain(occurrenceWords(locale, winter))).to.match(
      /^Tuesday,? 24 November.* 10:00 ?– ?12:00$/,
    );
    expect(plain(occurrenceWords(locale, summer))).to.match(/^Tuesday,? 2 June.* 10:00 ?– ?12:00$/);
  });

  it('are not mistaken for those of another hour, place or language, nor forgotten after many', () => {
    const day = { starts: '2026-11-24T10:00:00Z', ends: '2026-11-24T12:00:00Z' };
    const polish = { ...locale, language: 'pl' };
    const said = () => [
      plain(occurrenceWords(locale, day)),
      plain(occurrenceWords(locale, { ...day, ends: '2026-11-24T13:00:00Z' })),
      plain(occurrenceWords(locale, { starts: day.starts })),
      plain(occurrenceWords({ ...locale, timeZone: 'Europe/Warsaw' }, day)),
      plain(occurrenceWords(polish, day)),
      priceWords(locale, 350),
      priceWords(polish, 350),
    ];
    const first = said();
    expect(new Set(first).size).to.equal(first.length);
    expect(said()).to.deep.equal(first);
    for (let pence = 1; pence < 1200; pence += 1) priceWords(locale, pence);
    expect(said()).to.deep.equal(first);
  });

  it('name both days of what goes on past midnight', () => {
    const night = { starts: '2026-11-24T22:00:00Z', ends: '2026-11-25T02:00:00Z' };
    expect(occurrenceWords(locale, night)).to.match(/24 November.*25 November/);
  });

  it('name no hour where nobody said one', () => {
    expect(occurrenceWords(locale, { starts: '2026-11-24' })).to.match(/^Tuesday,? 24 November$/);
  });

  it('are none for a date that is none', () => {
    expect(occurrenceWords(locale, { starts: 'soon' })).to.equal('');
    expect(dateWords(locale, 'soon')).to.equal('');
  });

  it('name the days and hours of a session whose dates nobody worked out', () => {
    const session = { rule: 'FREQ=WEEKLY;BYDAY=TH,MO', opens: '10:00', closes: '11:30' };
    expect(sessionWords(locale, session)).to.equal('Monday, Thursday, 10:00–11:30');
    expect(sessionWords(locale, {})).to.equal('');
  });

  const metres: readonly (readonly [number, string])[] = [
    [0, 'less than a quarter of a mile'],
    [402, 'less than a quarter of a mile'],
    [1609.344, '1 mile'],
    [1931, '1.2 miles'],
    [16_093, '10 miles'],
    [2_000_000, '1,243 miles'],
  ];
  for (const [distance, expected] of metres)
    it(`say ${expected} for ${distance} metres`, () => {
      expect(distanceWords(locale, distance)).to.equal(expected);
    });

  it('say for whom it is', () => {
    expect(agesWords(locale, {})).to.equal('');
    expect(agesWords(locale, { from: 60 })).to.equal('Age 60 and over');
    expect(agesWords(locale, { to: 4 })).to.equal('Up to age 4');
    expect(agesWords(locale, { from: 0, to: 4 })).to.equal('Ages 0 to 4');
  });

  it('say what it costs, and nothing where nobody said', () => {
    expect(priceWords(locale, 350)).to.equal('£3.50');
    expect(priceWords(locale, 300)).to.equal('£3');
    expect(costWords(locale, { isFree: true, fromPence: 0 })).to.equal('Free');
    expect(costWords(locale, { isFree: false, fromPence: 250 })).to.equal('From £2.50');
    expect(costWords(locale, { fromPence: 0, costText: 'Pay what you can' })).to.equal(
      'Pay what you can',
    );
    expect(costWords(locale, {})).to.equal('');
  });

  it('count as the language does', () => {
    expect(countWords(locale, 'finder.count', 0)).to.equal('No activities found');
    expect(countWords(locale, 'finder.count', 1)).to.equal('1 activity');
    expect(countWords(locale, 'finder.count', 2000)).to.equal('2,000 activities');
  });

  it('name the value of a filter, and an unknown one as it is written', () => {
    const categories = [{ id: 'arts', label: 'Arts, crafts and music' }];
    expect(valueWords(locale, categories, 'category', 'arts')).to.equal('Arts, crafts and music');
    expect(valueWords(locale, categories, 'category', 'other')).to.equal('other');
    expect(valueWords(locale, categories, 'day', 'mo')).to.equal('Monday');
    expect(valueWords(locale, categories, 'language', 'cy')).to.equal('Welsh');
    expect(languageWords('en', 'not a tag')).to.equal('not a tag');
  });
});
