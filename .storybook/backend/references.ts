import { type ReferralStatus, referralStatuses } from '../../src/contract/referral-statuses.js';

const alphabet = Array.from('23479BCDFGHJKMNPRTVWXY');

/** References that count up from a first sign, so that they are the same each time. */
export function referencesFrom(sign: string): () => string {
  let count = 0;
  return () => {
    const last = [484, 22, 1].map((place) => alphabet[Math.floor(count / place) % 22] ?? '');
    count += 1;
    return `KTH2${sign}${last.join('')}`;
  };
}

/** The referral that stands so in the demonstration; that person was born on 27 March 1957. */
export const referenceOf = (status: ReferralStatus): string =>
  `KTH27${alphabet[0] ?? ''}${alphabet[0] ?? ''}${alphabet[referralStatuses.indexOf(status)] ?? ''}`;
