import type { Audience } from '../../core/service/audience.js';
import type { ServiceProfile } from '../../core/service/service-profile.js';

/** The wording of permissions for whoever refers: their own, or that for people who refer somebody else. */
export const consentFor = (
  { consent, others }: ServiceProfile,
  audience: Audience,
): ServiceProfile['consent'] => (audience === 'self' ? consent : (others?.consent ?? consent));
