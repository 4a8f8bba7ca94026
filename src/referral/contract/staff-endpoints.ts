import { get } from '../../core/contract/endpoint.js';
import { StoredReferral, StoredReferralPage } from './stored-referral.js';

// They require the staff token of a service, and are separate from the endpoints that pages load.

/** The referrals of a service, newest first. */
export const listReferrals = get('/api/v1/staff/referrals', StoredReferralPage);

/** One referral. */
export const getReferral = get('/api/v1/staff/referrals/{reference}', StoredReferral);
