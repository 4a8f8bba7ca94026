import { get, post } from '../../core/contract/endpoint.js';
import { StoredSuggestion, StoredSuggestionPage } from './activity-suggestion.js';

// They require the staff token of a service, and are separate from the endpoints that pages load.

/** Suggested activities, newest first. */
export const listSuggestions = get('/api/v1/staff/activity-suggestions', StoredSuggestionPage);

/** Takes a suggested activity into the directory, or declines it. */
export const decideSuggestion = post(
  '/api/v1/staff/activity-suggestions/{reference}/decision',
  StoredSuggestion,
);
