import { post } from '../../core/contract/endpoint.js';
import { StoredReferral } from '../../referral/contract/stored-referral.js';

// Requires the staff token of a service, and is separate from the endpoints that pages load.

/** Sets the status of a referral. */
export const setReferralStatus = post('/api/v1/staff/referrals/{reference}/status', StoredReferral);
