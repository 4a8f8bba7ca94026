import type { Failure } from '../../core/backend/failure.js';
import type { Result } from '../../core/result.js';
import type { ServiceApi } from '../../core/service/service-api.js';
import type { Category } from '../../directory/contract/directory.js';
import type { ActivitySuggestion, SuggestionReceipt } from '../contract/activity-suggestion.js';

/** The port for suggesting activities. Its functions never throw. */
export interface SuggestionApi extends ServiceApi {
  categories(): Promise<Result<readonly Category[], Failure>>;
  /** A suggestion that is sent again with the same key is stored only once. */
  suggest(
    suggestion: ActivitySuggestion,
    idempotencyKey: string,
  ): Promise<Result<SuggestionReceipt, Failure>>;
}
