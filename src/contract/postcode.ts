import * as z from 'zod/mini';
import { formatPostcode } from './postcode-form.js';

/** A full UK postcode in the usual form, such as `SW1A 1AA`; accepts any way of typing it. */
export const Postcode = z
  .string('place.postcode.missing')
  .check(
    z.maxLength(20, 'place.postcode.shape'),
    z.overwrite(formatPostcode),
    z.minLength(1, 'place.postcode.missing'),
    z.regex(/^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/, 'place.postcode.shape'),
  );

/**
 * Whether a postcode lies in one of the areas: outward codes (`TS18`) or sectors (`TS18 1`).
 * `TS1` covers TS1 1AA and not TS18 1AA.
 */
export function isInAreas(postcode: string, areas: readonly string[]): boolean {
  const [outward = '', inward = ''] = postcode.split(' ');
  return areas.some((area) => area === outward || area === `${outward} ${inward.charAt(0)}`);
}
