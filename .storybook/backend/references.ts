import type { ReferralStatus } from '../../src/status/contract/referral-status.js';

const alphabet = Array.from('23479BCDFGHJKMNPRTVWXY');

/** A reference for a text. It is always the same for the same text, and rarely the same for another. */
export function referenceFor(text: string): string {
  let hash = 0;
  for (const sign of text) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 234_256;
  const letters = [10_648, 484, 22, 1].map(
    (place) => alphabet[Math.floor(hash / place) % 22] ?? '',
  );
  return `KTH2${letters.join('')}`;
}

/** The reference of the referral with this status in the demonstration. The person was born on 27 March 1957. */
export const referenceOf = (status: ReferralStatus): string => referenceFor(status);
