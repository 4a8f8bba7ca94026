import { DirectoryCategories } from '../directory/contract/directory.js';
import { getDirectory } from '../directory/contract/endpoints.js';
import { lookUpStatus } from '../status/contract/endpoints.js';
import { suggestActivity } from '../suggestion/contract/endpoints.js';
import type { Desk } from './desk.js';
import { type HttpSettings, request } from '../core/backend/http.js';
import { httpIntake, readProblem } from '../referral/api/http-referral-api.js';

/** The adapter that speaks our own contract over HTTP. */
export function httpDesk(settings: HttpSettings): Desk {
  return {
    profile: () => httpIntake(settings).profile(),
    categories: async () => {
      const directory = await request(
        settings,
        { ...getDirectory, response: DirectoryCategories },
        { more: `&lang=${settings.language ?? ''}` },
      );
      return directory.ok ? { ok: true, value: directory.value.categories } : directory;
    },
    standing: (body) => request(settings, lookUpStatus, { body, readProblem }),
    suggest: (body, idempotencyKey) =>
      request(settings, suggestActivity, {
        body,
        headers: { 'idempotency-key': idempotencyKey },
        readProblem,
      }),
  };
}
