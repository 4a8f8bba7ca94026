import { post } from '../../core/contract/endpoint.js';
import { SuggestionReceipt } from './activity-suggestion.js';

/** Stores a suggested activity, once for each `Idempotency-Key`; it waits for staff. */
export const suggestActivity = post('/api/v1/activity-suggestions', SuggestionReceipt);
