/** What can be asked of the backend, for whoever imports the contract from the package. */
export { checkCoverage, getProfile, searchGpPractices, sendReferral } from './intake-endpoints.js';
export { getReferral, listReferrals } from './staff-endpoints.js';
