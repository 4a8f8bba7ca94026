import { postcode } from './answer-shape.js';
import { schemaOf } from './schema-of-shape.js';

/** A full UK postcode in the usual form, such as `SW1A 1AA`; accepts any way of typing it. */
export const Postcode = schemaOf(postcode);

/**
 * Whether a postcode lies in one of the areas: outward codes (`TS18`) or sectors (`TS18 1`).
 * `TS1` covers TS1 1AA and not TS18 1AA.
 */
export function isInAreas(postcode: string, areas: readonly string[]): boolean {
  const [outward = '', inward = ''] = postcode.split(' ');
  return areas.some((area) => area === outward || area === `${outward} ${inward.charAt(0)}`);
}
