import type { ReferralSource } from '../../src/core/service/audience.js';
import type { Referral } from '../../src/referral/contract/referral.js';

/** Where a referral comes from. */
export function sourceOf({
  for: audience,
  answers,
}: Pick<Referral, 'for' | 'answers'>): ReferralSource {
  if (audience === 'self') return 'self';
  return audience === 'someone-close' ? 'family-or-friend' : (answers.referrer?.kind ?? 'other');
}
