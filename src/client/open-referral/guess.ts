import type { AccessFeature, Attendance, Capacity, Joining } from '../../contract/activity.js';

const access: readonly (readonly [AccessFeature, RegExp])[] = [
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

// “No parking” offers none: what stands after a no, up to the next comma or stop, is left out.
const refused = /\b(no|not|without|isn['’]t|lacks?)\b(?! steps)[^,.;]*/gi;

/** What a text about a building offers. */
export const accessIn = (text: string): AccessFeature[] => {
  const offered = text.replace(refused, ' ');
  return access.filter(([, pattern]) => pattern.test(offered)).map(([feature]) => feature);
};

const ways: readonly (readonly [Attendance, RegExp])[] = [
  ['online', /online|virtual|video|zoom|remote/i],
  ['phone', /phone|telephone/i],
  ['home', /home visit|at home|in your home/i],
  ['in-person', /in[- ]?person|venue|face to face|physical/i],
];

/** The ways to take part that a text names. */
export const attendanceIn = (text: string): Attendance[] =>
  ways.filter(([, pattern]) => pattern.test(text)).map(([way]) => way);

const joins: readonly (readonly [Joining, RegExp])[] = [
  ['drop-in', /drop[- ]?in|just turn up|come along/i],
  ['booking', /book|appointment|register/i],
  ['membership', /member/i],
  ['referral', /referr/i],
];

/** The ways to join that a text names. */
export const joiningIn = (text: string): Joining[] =>
  joins.filter(([, pattern]) => pattern.test(text)).map(([way]) => way);

const states: readonly (readonly [Capacity['state'], RegExp])[] = [
  ['ask', /additional[- ]assessment/i],
  ['open', /\bno (wait|queue)|immediate/i],
  [
    'full',
    /\b(no|not)[- ](capacity|spaces?|places?|room|vacanc|available)|^full$|(is|are|now|currently) full\b|fully booked/i,
  ],
  ['waiting-list', /wait|queue|\d+ *(day|week|month)/i],
  ['open', /^(has[- ])?capacity$|\bopen\b|available|vacanc|\b(spaces|places)\b/i],
];

/** What a text says of room for more people, in the words of HSDS, FHIR or anybody. */
export const capacityIn = (text: string): Capacity['state'] | undefined =>
  states.find(([, pattern]) => pattern.test(text.trim()))?.[0];

const tags: Readonly<Record<string, string>> = {
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

/** The BCP 47 tag of a language's English name or code; nothing for what is neither. */
export function languageTag(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const known = tags[plain];
  if (known !== undefined) return known;
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(plain) ? plain : undefined;
}

/** Whether a text means the whole country. */
export const isEverywhere = (text: string): boolean =>
  /^\s*(england|scotland|wales|northern ireland|great britain|britain|united kingdom|uk|gb|national|nationwide|uk[- ]?wide|all( areas)?)\s*$/i.test(
    text,
  );

/** An outward code or the letters before one, such as `TS18` or `TS`; nothing for other names. */
export const outcodeIn = (text: string): string | undefined =>
  /^\s*([A-Z]{1,2}\d[A-Z\d]?)\s*$/i.exec(text)?.[1]?.toUpperCase();
