import type { Audience } from './audience.js';
import type { ServiceProfile } from './service-profile.js';

/** The wording of permissions for whoever refers: their own, or that for people who refer somebody else. */
export const consentFor = (
  { consent, others }: ServiceProfile,
  audience: Audience,
): ServiceProfile['consent'] => (audience === 'self' ? consent : (others?.consent ?? consent));
