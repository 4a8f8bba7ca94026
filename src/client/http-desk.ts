import { DirectoryCategories } from '../contract/directory.js';
import { getDirectory } from '../contract/directory-endpoints.js';
import { lookUpStatus } from '../contract/status-endpoints.js';
import { suggestActivity } from '../contract/suggestion-endpoints.js';
import type { Desk } from './desk.js';
import { type HttpSettings, request } from './http.js';
import { httpIntake, readProblem } from './http-intake.js';

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
