import { deskPaths } from './desk-paths.js';
import {
  StoredSuggestion,
  StoredSuggestionPage,
  SuggestionReceipt,
} from './activity-suggestion.js';

/** Stores a suggested activity, once for each `Idempotency-Key`; it waits for staff. */
export const suggestActivity = {
  ...deskPaths.suggestActivity,
  response: SuggestionReceipt,
} as const;

/** Suggested activities, newest first. Needs the staff token. */
export const listSuggestions = {
  method: 'GET',
  path: '/api/v1/staff/activity-suggestions',
  response: StoredSuggestionPage,
} as const;

/** Takes a suggested activity into the directory, or declines it. Needs the staff token. */
export const decideSuggestion = {
  method: 'POST',
  path: '/api/v1/staff/activity-suggestions/{reference}/decision',
  response: StoredSuggestion,
} as const;
