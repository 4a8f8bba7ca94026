import type { ActivitySummary, Occurrence, Session } from '../contract/activity.js';
import type { FilterName } from '../contract/activity-query.js';
import type { Category } from '../contract/directory.js';
import type { FinderKey } from '../../i18n/generated/keys.js';
import { localesOf } from '../../i18n/language.js';
import type { FinderMessages } from '../../i18n/messages.js';

/** What the texts about an activity depend on. */
export interface Locale {
  readonly messages: FinderMessages;
  /** BCP 47 tag of the messages. */
  readonly language: string;
  /** IANA name of the time zone. */
  readonly timeZone: string;
}

const metresInMile = 1609.344;

const formats = new Map<string, Intl.DateTimeFormat>();

// Created once for each kind: creating one takes longer than using it a hundred times.
function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { language, timeZone } = locale;
  const key = JSON.stringify([language, timeZone, options]);
  const made =
    formats.get(key) ?? new Intl.DateTimeFormat(localesOf(language), { timeZone, ...options });
  formats.set(key, made);
  return made;
}

// Consecutive searches show many of the same texts, and formatting a time range or a price takes as long as rendering
// half a card.
const maxCached = 500;
const cache = new Map<string, string>();

function cached(about: readonly unknown[], write: () => string): string {
  const key = about.join(' ');
  const text = cache.get(key) ?? write();
  // Cleared completely: tracking the least recently used entries costs more than formatting them again.
  if (cache.size > maxCached) cache.clear();
  cache.set(key, text);
  return text;
}

const clock = { hour: 'numeric', minute: '2-digit' } as const;

/** Such as “Tuesday 24 November, 10:00 – 12:00”. */
export function occurrenceText(locale: Locale, { starts, ends }: Occurrence): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const from = new Date(starts);
  if (Number.isNaN(from.getTime())) return '';
  // A date without a time is the same day in every time zone.
  if (starts.length === 10) return format({ ...locale, timeZone: 'UTC' }, day).format(from);
  const to = ends === undefined ? from : new Date(ends);
  const withTime = format(locale, { ...day, ...clock });
  return cached([locale.language, locale.timeZone, starts, ends], () =>
    ends === undefined || Number.isNaN(to.getTime())
      ? withTime.format(from)
      : withTime.formatRange(from, to),
  );
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
// A Monday, to name days by.
const monday = Date.UTC(2024, 0, 1, 12);

/** When a session takes place, if its dates were not computed: “Monday, Thursday, 10:00–12:00”. */
export function sessionText(locale: Locale, { rule = '', opens, closes }: Session): string {
  const listed = /BYDAY=([^;]*)/.exec(rule)?.[1] ?? '';
  const days = codes.flatMap((code, at) =>
    listed.includes(code)
      ? [
          format({ ...locale, timeZone: 'UTC' }, { weekday: 'long' }).format(
            monday + at * 86_400_000,
          ),
        ]
      : [],
  );
  const hours = [opens, closes].filter((time) => time !== undefined).join('–');
  return [...days, hours].filter((part) => part !== '').join(', ');
}

/** Such as “3 March 2026”; empty for an invalid date. */
export function dateText(locale: Locale, date: string): string {
  const at = new Date(date);
  return Number.isNaN(at.getTime())
    ? ''
    : format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A number in the format of the language. */
export function numberText(language: string, number: number): string {
  const made = numbers.get(language) ?? new Intl.NumberFormat(localesOf(language));
  numbers.set(language, made);
  return made.format(number);
}

const withNumber = (language: string, number: number, text: string): string =>
  text.replace(String(number), numberText(language, number));

/** Such as “1.2 miles”. */
export function distanceText({ messages, language }: Locale, metres: number): string {
  const miles = metres / metresInMile;
  if (miles < 0.25) return messages('activity.close');
  const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
  return withNumber(language, rounded, messages('activity.miles', { miles: rounded }));
}

/** Such as “Ages 18 to 25”; empty without a limit. */
export function agesText({ messages }: Locale, { from, to }: ActivitySummary['ages']): string {
  if (from !== undefined && to !== undefined) return messages('activity.ages.both', { from, to });
  if (from !== undefined) return messages('activity.ages.from', { from });
  return to === undefined ? '' : messages('activity.ages.to', { to });
}

/** Such as “£3.50”. */
export const priceText = ({ language }: Locale, pence: number): string =>
  cached([language, pence], () =>
    (pence / 100).toLocaleString(localesOf(language), {
      style: 'currency',
      currency: 'GBP',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: pence % 100 === 0 ? 0 : 2,
    }),
  );

/** A message about a number, which is in the format of the language. */
export const countText = (
  { messages, language }: Pick<Locale, 'messages' | 'language'>,
  key: FinderKey,
  count: number,
): string => withNumber(language, count, messages(key, { count }));

/** “Free”, the lowest price, or the feed's own text; empty if not known. */
export function costLabel(
  locale: Locale,
  { isFree, fromPence, costText }: Pick<ActivitySummary, 'isFree' | 'fromPence' | 'costText'>,
): string {
  if (isFree === true) return locale.messages('activity.free');
  if (fromPence !== undefined && fromPence > 0)
    return locale.messages('activity.from', { price: priceText(locale, fromPence) });
  return costText ?? '';
}

/** The label of a filter's value. */
export function filterValueLabel(
  { messages, language }: Pick<Locale, 'messages' | 'language'>,
  categories: readonly Category[],
  name: FilterName,
  value: string,
): string {
  if (name === 'category') return categories.find(({ id }) => id === value)?.label ?? value;
  if (name === 'language') return languageName(language, value);
  return messages.find(`filter.${name}.${value}`) ?? value;
}

/** The name of a language, in the language of the messages. */
export function languageName(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames(localesOf(language), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
