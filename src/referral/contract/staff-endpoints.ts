import { StoredActivityReportPage } from '../../directory/contract/directory.js';
import { StoredReferral, StoredReferralPage } from './stored-referral.js';
import {
  StoredSuggestion,
  StoredSuggestionPage,
} from '../../suggestion/contract/activity-suggestion.js';

// These need the staff token of a service. Pages do not load this file.

/** The referrals of a service, newest first. */
export const listReferrals = {
  method: 'GET',
  path: '/api/v1/staff/referrals',
  response: StoredReferralPage,
} as const;

/** One referral. */
export const getReferral = {
  method: 'GET',
  path: '/api/v1/staff/referrals/{reference}',
  response: StoredReferral,
} as const;

/** Sets the status of a referral. */
export const setReferralStatus = {
  method: 'POST',
  path: '/api/v1/staff/referrals/{reference}/status',
  response: StoredReferral,
} as const;

/** Reports of wrong entries of the directory, newest first. */
export const listActivityReports = {
  method: 'GET',
  path: '/api/v1/staff/activity-reports',
  response: StoredActivityReportPage,
} as const;

/** Suggested activities, newest first. */
export const listSuggestions = {
  method: 'GET',
  path: '/api/v1/staff/activity-suggestions',
  response: StoredSuggestionPage,
} as const;

/** Accepts a suggested activity into the directory, or declines it. */
export const decideSuggestion = {
  method: 'POST',
  path: '/api/v1/staff/activity-suggestions/{reference}/decision',
  response: StoredSuggestion,
} as const;
