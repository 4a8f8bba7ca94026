import { type HttpSettings, request } from '../../core/backend/http.js';
import { httpServiceApi } from '../../core/backend/http-service-api.js';
import { readProblem } from '../../core/backend/read-problem.js';
import { DirectoryCategories } from '../../directory/contract/directory.js';
import { getDirectory } from '../../directory/contract/endpoints.js';
import { suggestActivity } from '../contract/endpoints.js';
import type { SuggestionApi } from './suggestion-api.js';

/** The suggestion API over HTTP. */
export const httpSuggestionApi = (settings: HttpSettings): SuggestionApi => ({
  ...httpServiceApi(settings),
  categories: async () => {
    const directory = await request(
      settings,
      { ...getDirectory, response: DirectoryCategories },
      { parameters: `&lang=${settings.language ?? ''}` },
    );
    return directory.ok ? { ok: true, value: directory.value.categories } : directory;
  },
  suggest: (body, idempotencyKey) =>
    request(settings, suggestActivity, {
      body,
      headers: { 'idempotency-key': idempotencyKey },
      readProblem,
    }),
});
