import * as z from 'zod/mini';
import { withPlainDigits } from './text.js';

// The shapes of UK postcodes: British Standard BS 7666, as published in the GOV.UK
// "Bulk Data Transfer" guidance, without the special GIR 0AA.
const bareShape = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;
const usualShape = /^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/;

const asDigits = (typed: string): string => typed.replace(/O/g, '0').replace(/I/g, '1');
const asLetters = (typed: string): string => typed.replace(/0/g, 'O').replace(/1/g, 'I');

/**
 * Puts right O and 0, I and 1 by their places: the first is a letter, the third from the end a digit. The last two are
 * letters other than I and O, so a digit there means that something is missing.
 */
function putRight(bare: string): string {
  const [, first = '', middle = '', digit = '', last = ''] =
    /^(.)(.{1,3})(.)(..)$/.exec(bare) ?? [];
  // No area of one letter has a district that begins with 0, and no area ends with I.
  const area = middle.replace(/^0(?=.)/, 'O').replace(/^I(?![A-HJ-NP-Z])/, '1');
  const district = area.slice(0, 1) + asDigits(area.slice(1));
  return asLetters(first) + district + asDigits(digit) + last;
}

/**
 * Writes a postcode the usual way, whatever case, spaces, dots, dashes, brackets or digits of other scripts were typed:
 * `sw1a1aa` → `SW1A 1AA`, `TSI8 IHU` → `TS18 1HU`. Anything else is returned as typed, in capitals.
 */
export function formatPostcode(typed: string): string {
  const bare = withPlainDigits(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const parts = bareShape.exec(putRight(bare));
  return parts ? `${parts[1] ?? ''} ${parts[2] ?? ''}` : typed.trim().toUpperCase();
}

/**
 * A full UK postcode in the usual form, such as `SW1A 1AA`; accepts any way of typing it. Issues are `<key>.missing`
 * and `<key>.shape`.
 */
export const postcode = (key: string) =>
  z.string(`${key}.missing`).check(
    // Checked before the postcode is formatted, because what is formatted is always short.
    z.maxLength(20, `${key}.shape`),
    z.overwrite(formatPostcode),
    z.minLength(1, `${key}.missing`),
    z.regex(usualShape, `${key}.shape`),
  );

/** The postcode where a person lives. */
export const Postcode = postcode('place.postcode');

/**
 * Whether a postcode lies in one of the areas: outward codes (`TS18`) or sectors (`TS18 1`).
 * `TS1` covers TS1 1AA and not TS18 1AA.
 */
export function isInAreas(postcode: string, areas: readonly string[]): boolean {
  const [outward = '', inward = ''] = postcode.split(' ');
  return areas.some((area) => area === outward || area === `${outward} ${inward.charAt(0)}`);
}
