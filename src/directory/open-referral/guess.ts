import type { AccessFeature, Attendance, Capacity, Joining } from '../contract/activity.js';

type Patterns<Value> = readonly (readonly [Value, RegExp])[];

const matching = <Value>(patterns: Patterns<Value>, text: string): Value[] =>
  patterns.filter(([, pattern]) => pattern.test(text)).map(([value]) => value);

const accessPatterns: Patterns<AccessFeature> = [
  ['step-free', /wheelchair|step[- ]?free|level access|no steps|\blift\b|\bramp/i],
  ['accessible-toilet', /accessible (toilet|wc|loo)|disabled toilet|changing places/i],
  ['parking', /parking|car park|blue badge/i],
  ['hearing-loop', /hearing loop|induction loop|loop system/i],
  ['sign-language', /\bbsl\b|sign language/i],
  ['quiet-space', /quiet (space|room|area)|low stimul/i],
  [
    'public-transport',
    /bus stop|bus route|public transport|train station|near (a )?(bus|station)/i,
  ],
  ['carers-welcome', /carers? (are )?welcome/i],
];

// “No parking” offers no parking: text after a negation is ignored up to the next comma, semicolon or full stop.
const negation = /\b(no|not|without|isn['’]t|lacks?)\b(?! steps)[^,.;]*/gi;

/** The access features that a text about a building mentions. */
export const accessIn = (text: string): AccessFeature[] =>
  matching(accessPatterns, text.replace(negation, ' '));

const attendancePatterns: Patterns<Attendance> = [
  ['online', /online|virtual|video|zoom|remote/i],
  ['phone', /phone|telephone/i],
  ['home', /home visit|at home|in your home/i],
  ['in-person', /in[- ]?person|venue|face to face|physical/i],
];

/** The ways to attend that a text mentions. */
export const attendanceIn = (text: string): Attendance[] => matching(attendancePatterns, text);

const joiningPatterns: Patterns<Joining> = [
  ['drop-in', /drop[- ]?in|just turn up|come along/i],
  ['booking', /book|appointment|register/i],
  ['membership', /member/i],
  ['referral', /referr/i],
];

/** The ways to join that a text mentions. */
export const joiningIn = (text: string): Joining[] => matching(joiningPatterns, text);

const capacityPatterns: Patterns<Capacity['state']> = [
  ['ask', /additional[- ]assessment/i],
  ['open', /\bno (wait|queue)|immediate/i],
  [
    'full',
    /\b(no|not)[- ](capacity|spaces?|places?|room|vacanc|available)|^full$|(is|are|now|currently) full\b|fully booked/i,
  ],
  ['waiting-list', /wait|queue|\d+ *(day|week|month)/i],
  ['open', /^(has[- ])?capacity$|\bopen\b|available|vacanc|\b(spaces|places)\b/i],
];

/** The state of capacity that a text describes, in terms of HSDS, FHIR or everyday language. */
export const capacityIn = (text: string): Capacity['state'] | undefined =>
  matching(capacityPatterns, text.trim())[0];

const languageTags: Readonly<Record<string, string>> = {
  english: 'en',
  welsh: 'cy',
  polish: 'pl',
  urdu: 'ur',
  punjabi: 'pa',
  panjabi: 'pa',
  arabic: 'ar',
  bengali: 'bn',
  romanian: 'ro',
  gujarati: 'gu',
  hindi: 'hi',
  farsi: 'fa',
  persian: 'fa',
  french: 'fr',
  spanish: 'es',
  german: 'de',
  italian: 'it',
  portuguese: 'pt',
  somali: 'so',
  turkish: 'tr',
  ukrainian: 'uk',
  russian: 'ru',
  chinese: 'zh',
  cantonese: 'yue',
  mandarin: 'cmn',
  tamil: 'ta',
  kurdish: 'ku',
  gaelic: 'gd',
  'british sign language': 'bfi',
  bsl: 'bfi',
};

/** The BCP 47 tag for the English name or code of a language; `undefined` for any other text. */
export function languageTag(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const known = languageTags[plain];
  if (known !== undefined) return known;
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(plain) ? plain : undefined;
}

/** Whether the name of an area means the whole country. */
export const isEverywhere = (text: string): boolean =>
  /^\s*(england|scotland|wales|northern ireland|great britain|britain|united kingdom|uk|gb|national|nationwide|uk[- ]?wide|all( areas)?)\s*$/i.test(
    text,
  );

/** An outward code such as `TS18`, if the text is one; otherwise `undefined`. */
export const outcodeIn = (text: string): string | undefined =>
  /^\s*([A-Z]{1,2}\d[A-Z\d]?)\s*$/i.exec(text)?.[1]?.toUpperCase();
