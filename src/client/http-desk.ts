import { directoryPaths } from '../contract/directory-paths.js';
import { statusAnswer, suggestionReceipt } from '../contract/generated/desk-answers.js';
import { deskPaths } from '../contract/desk-paths.js';
import type { Category, Desk } from './desk.js';
import type { Shape } from './fits.js';
import { type HttpSettings, request } from './http.js';
import { httpIntake, readProblem } from './http-intake.js';

// All that is wanted here of what a directory says of itself.
const withCategories: Shape<{ readonly categories: readonly Category[] }> = {
  categories: [{ id: 'string', label: 'string' }],
};

/** The adapter that speaks our own contract over HTTP. */
export function httpDesk(settings: HttpSettings): Desk {
  return {
    profile: () => httpIntake(settings).profile(),
    categories: async () => {
      const directory = await request(settings, directoryPaths.getDirectory, {
        shape: withCategories,
        more: `&lang=${settings.language ?? ''}`,
      });
      return directory.ok ? { ok: true, value: directory.value.categories } : directory;
    },
    standing: (body) =>
      request(settings, deskPaths.lookUpStatus, { shape: statusAnswer, body, readProblem }),
    suggest: (body, idempotencyKey) =>
      request(settings, deskPaths.suggestActivity, {
        shape: suggestionReceipt,
        body,
        headers: { 'idempotency-key': idempotencyKey },
        readProblem,
      }),
  };
}
