/** What can be asked of the backend, for whoever imports the contract from the package. */
export { getProfile } from './core/service/endpoints.js';
export { checkCoverage, searchGpPractices, sendReferral } from './referral/contract/endpoints.js';
export { getReferral, listReferrals } from './referral/contract/staff-endpoints.js';
