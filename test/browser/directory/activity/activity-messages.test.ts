import { expect } from '@open-wc/testing';
import { finder } from '../../../../src/i18n/generated/finder.js';
import { loadCatalogue } from '../../../../src/i18n/language.js';
import { type FinderMessages, messagesFrom } from '../../../../src/i18n/messages.js';
import {
  type Locale,
  agesText,
  costLabel,
  countText,
  dateText,
  distanceText,
  languageName,
  occurrenceText,
  priceText,
  sessionText,
  filterValueLabel,
} from '../../../../src/directory/activity/activity-messages.js';

const messages: FinderMessages = messagesFrom(await loadCatalogue('en', finder));
const locale: Locale = { messages, language: 'en', timeZone: 'Europe/London' };
// Browsers put thin and non-breaking spaces between times.
const plain = (text: string): string => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

describe('the messages about an activity', () => {
  it('give the next date in local time, in winter and in summer', () => {
    const winter = { starts: '2026-11-24T10:00:00.000Z', ends: '2026-11-24T12:00:00.000Z' };
    const summer = { starts: '2026-06-02T09:00:00.000Z', ends: '2026-06-02T11:00:00.000Z' };
    expect(plain(occurrenceText(locale, winter))).to.match(
      /^Tuesday,? 24 November.* 10:00 ?– ?12:00$/,
    );
    expect(plain(occurrenceText(locale, summer))).to.match(/^Tuesday,? 2 June.* 10:00 ?– ?12:00$/);
  });

  it('differ by time, time zone and language when they come from the cache', () => {
    const day = { starts: '2026-11-24T10:00:00Z', ends: '2026-11-24T12:00:00Z' };
    const polish = { ...locale, language: 'pl' };
    const said = () => [
      plain(occurrenceText(locale, day)),
      plain(occurrenceText(locale, { ...day, ends: '2026-11-24T13:00:00Z' })),
      plain(occurrenceText(locale, { starts: day.starts })),
      plain(occurrenceText({ ...locale, timeZone: 'Europe/Warsaw' }, day)),
      plain(occurrenceText(polish, day)),
      priceText(locale, 350),
      priceText(polish, 350),
    ];
    const first = said();
    expect(new Set(first).size).to.equal(first.length);
    expect(said()).to.deep.equal(first);
    for (let pence = 1; pence < 1200; pence += 1) priceText(locale, pence);
    expect(said()).to.deep.equal(first);
  });

  it('give both days when it ends after midnight', () => {
    const night = { starts: '2026-11-24T22:00:00Z', ends: '2026-11-25T02:00:00Z' };
    expect(occurrenceText(locale, night)).to.match(/24 November.*25 November/);
  });

  it('give no time when none is known', () => {
    expect(occurrenceText(locale, { starts: '2026-11-24' })).to.match(/^Tuesday,? 24 November$/);
  });

  it('are empty for an invalid date', () => {
    expect(occurrenceText(locale, { starts: 'soon' })).to.equal('');
    expect(dateText(locale, 'soon')).to.equal('');
  });

  it('give the days and times of a session without dates', () => {
    const session = { rule: 'FREQ=WEEKLY;BYDAY=TH,MO', opens: '10:00', closes: '11:30' };
    expect(sessionText(locale, session)).to.equal('Monday, Thursday, 10:00–11:30');
    expect(sessionText(locale, {})).to.equal('');
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
    it(`give “${expected}” for ${distance} metres`, () => {
      expect(distanceText(locale, distance)).to.equal(expected);
    });

  it('give the ages', () => {
    expect(agesText(locale, {})).to.equal('');
    expect(agesText(locale, { from: 60 })).to.equal('Age 60 and over');
    expect(agesText(locale, { to: 4 })).to.equal('Up to age 4');
    expect(agesText(locale, { from: 0, to: 4 })).to.equal('Ages 0 to 4');
  });

  it('give the price, and nothing when it is unknown', () => {
    expect(priceText(locale, 350)).to.equal('£3.50');
    expect(priceText(locale, 300)).to.equal('£3');
    expect(costLabel(locale, { isFree: true, fromPence: 0 })).to.equal('Free');
    expect(costLabel(locale, { isFree: false, fromPence: 250 })).to.equal('From £2.50');
    expect(costLabel(locale, { fromPence: 0, costText: 'Pay what you can' })).to.equal(
      'Pay what you can',
    );
    expect(costLabel(locale, {})).to.equal('');
  });

  it('use the plural forms of the language', () => {
    expect(countText(locale, 'finder.count', 0)).to.equal('No activities found');
    expect(countText(locale, 'finder.count', 1)).to.equal('1 activity');
    expect(countText(locale, 'finder.count', 2000)).to.equal('2,000 activities');
  });

  it('give the name of a filter value, and an unknown value unchanged', () => {
    const categories = [{ id: 'arts', label: 'Arts, crafts and music' }];
    expect(filterValueLabel(locale, categories, 'category', 'arts')).to.equal(
      'Arts, crafts and music',
    );
    expect(filterValueLabel(locale, categories, 'category', 'other')).to.equal('other');
    expect(filterValueLabel(locale, categories, 'day', 'mo')).to.equal('Monday');
    expect(filterValueLabel(locale, categories, 'language', 'cy')).to.equal('Welsh');
    expect(languageName('en', 'not a tag')).to.equal('not a tag');
  });
});
