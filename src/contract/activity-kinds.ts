// No schemas here: the finder, which needs these lists, is to stay without a schema library.

/** Something a building or a group offers to people who need it. */
export const accessFeatures = [
  'step-free',
  'accessible-toilet',
  'parking',
  'hearing-loop',
  'sign-language',
  'quiet-space',
  'public-transport',
  'carers-welcome',
] as const;
export type AccessFeature = (typeof accessFeatures)[number];

/** The ways to take part. */
export const attendances = ['in-person', 'online', 'phone', 'home'] as const;
export type Attendance = (typeof attendances)[number];

/** How people join: come along, book, become a member, or be referred. */
export const joinings = ['drop-in', 'booking', 'membership', 'referral'] as const;
export type Joining = (typeof joinings)[number];

/** What can be wrong with an entry. */
export const reportKinds = ['closed', 'time', 'place', 'contact', 'cost', 'other'] as const;
