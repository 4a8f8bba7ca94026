/** Who refers: the person themself, somebody close to them, or a professional. */
export const audiences = ['self', 'someone-close', 'professional'] as const;
export type Audience = (typeof audiences)[number];

/** The kinds of organisation from which professionals refer. */
export const organisationKinds = [
  'general-practice',
  'pharmacy',
  'multi-disciplinary-team',
  'hospital-discharge-team',
  'allied-health',
  'fire-service',
  'police',
  'job-centre',
  'social-care',
  'housing-association',
  'library',
  'school',
  'charity',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Where a referral came from: the person, somebody close to them, or a kind of organisation. */
export const referralSources = ['self', 'family-or-friend', ...organisationKinds] as const;
export type ReferralSource = (typeof referralSources)[number];
