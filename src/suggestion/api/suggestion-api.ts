import type { Failure } from '../../core/backend/failure.js';
import { type HttpSettings, request } from '../../core/backend/http.js';
import { readProblem } from '../../core/backend/read-problem.js';
import { type ServiceApi, httpServiceApi } from '../../core/backend/service-api.js';
import { type Result, ok } from '../../core/result.js';
import { type Category, DirectoryCategories } from '../../directory/contract/directory.js';
import { getDirectory } from '../../directory/contract/endpoints.js';
import type { ActivitySuggestion, SuggestionReceipt } from '../contract/activity-suggestion.js';
import { suggestActivity } from '../contract/endpoints.js';

/** The API for suggesting activities. Its functions never throw. */
export interface SuggestionApi extends ServiceApi {
  categories(): Promise<Result<readonly Category[], Failure>>;
  /** A suggestion that is sent again with the same key is stored only once. */
  suggest(
    suggestion: ActivitySuggestion,
    idempotencyKey: string,
  ): Promise<Result<SuggestionReceipt, Failure>>;
}

/** The suggestion API over HTTP. */
export const httpSuggestionApi = (settings: HttpSettings): SuggestionApi => ({
  ...httpServiceApi(settings),
  categories: async () => {
    const directory = await request(
      settings,
      { ...getDirectory, response: DirectoryCategories },
      { parameters: `&lang=${settings.language ?? ''}` },
    );
    return directory.ok ? ok(directory.value.categories) : directory;
  },
  suggest: (body, idempotencyKey) =>
    request(settings, suggestActivity, {
      body,
      headers: { 'idempotency-key': idempotencyKey },
      readProblem,
    }),
});
