import * as z from 'zod/mini';

// The shapes of UK postcodes: British Standard BS 7666, as published in the GOV.UK
// "Bulk Data Transfer" guidance, without the special GIR 0AA.
const bareShape = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;
const usualShape = /^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/;

/**
 * Writes a postcode the usual way, whatever case, spaces, dots, dashes or brackets were typed:
 * `sw1a1aa` → `SW1A 1AA`. Anything else is returned as typed, in capitals.
 */
export function formatPostcode(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const parts = bareShape.exec(bare);
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
