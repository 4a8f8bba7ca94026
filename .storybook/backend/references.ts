import type { ReferralStatus } from '../../src/contract/referral-status.js';

const alphabet = Array.from('23479BCDFGHJKMNPRTVWXY');

/** The reference that belongs to a text: always the same, and seldom that of another. */
export function referenceFor(text: string): string {
  let hash = 0;
  for (const sign of text) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 234_256;
  const letters = [10_648, 484, 22, 1].map(
    (place) => alphabet[Math.floor(hash / place) % 22] ?? '',
  );
  return `KTH2${letters.join('')}`;
}

/** The referral that stands so in the demonstration; that person was born on 27 March 1957. */
export const referenceOf = (status: ReferralStatus): string => referenceFor(status);
