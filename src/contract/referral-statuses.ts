// No schemas here: a page that shows how a referral stands is to stay without a schema library.

/** How a referral stands, from its arrival to its end. */
export const referralStatuses = [
  'received',
  'opened',
  'accepted',
  'in-progress',
  'completed',
  'declined',
  'unable-to-contact',
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];
