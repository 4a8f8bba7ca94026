import { StoredSuggestion, StoredSuggestionPage } from './activity-suggestion.js';

// They need the staff token of a service, and stand apart from the endpoints that pages load.

/** Suggested activities, newest first. */
export const listSuggestions = {
  method: 'GET',
  path: '/api/v1/staff/activity-suggestions',
  response: StoredSuggestionPage,
} as const;

/** Takes a suggested activity into the directory, or declines it. */
export const decideSuggestion = {
  method: 'POST',
  path: '/api/v1/staff/activity-suggestions/{reference}/decision',
  response: StoredSuggestion,
} as const;
