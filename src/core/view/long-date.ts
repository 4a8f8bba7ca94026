import { localesOf } from '../../i18n/language.js';

/** A date in words, such as 27 March 1967. A date without a time is the same day in every time zone. */
export const longDate = (date: string, language: string, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat(localesOf(language), {
    dateStyle: 'long',
    timeZone: date.length === 10 ? 'UTC' : timeZone,
  }).format(new Date(date));
