import { SuggestionReceipt } from './activity-suggestion.js';

/** Stores a suggested activity, once for each `Idempotency-Key`; it waits for staff. */
export const suggestActivity = {
  method: 'POST',
  path: '/api/v1/activity-suggestions',
  response: SuggestionReceipt,
} as const;
