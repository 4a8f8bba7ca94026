// The shapes of UK postcodes: British Standard BS 7666, as published in the GOV.UK
// "Bulk Data Transfer" guidance, without the special GIR 0AA.
const shape = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;

/**
 * Writes a postcode the usual way, whatever case, spaces, dots, dashes or brackets were typed:
 * `sw1a1aa` → `SW1A 1AA`. What is no postcode comes back as typed, in capitals.
 */
export function formatPostcode(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const parts = shape.exec(bare);
  return parts ? `${parts[1] ?? ''} ${parts[2] ?? ''}` : typed.trim().toUpperCase();
}
