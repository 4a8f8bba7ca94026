import type { Audience } from '../../core/service/audience.js';
import type { ServiceProfile } from '../../core/service/service-profile.js';

/** The wording of permissions for a kind of referrer. */
export const consentFor = (
  { consent, others }: ServiceProfile,
  audience: Audience,
): ServiceProfile['consent'] => (audience === 'self' ? consent : (others?.consent ?? consent));
