import { createApp, type App } from '../../server/app.js';
import { parseDeployment } from '../../server/settings/deployment.js';
import type { Deployment } from '../../server/settings/deployment-schema.js';
import { activityStore } from '../../server/directory/store/activity-store.js';
import type { Database } from '../../server/database/database.js';
import { practiceStore } from '../../server/practices/practice-store.js';
import { referralStore } from '../../server/referrals/referral-store.js';
import { reportStore } from '../../server/reports/report-store.js';
import { suggestionStore } from '../../server/suggestions/suggestion-store.js';
import { rateLimitStore } from '../../server/database/rate-limit-store.js';
import { storyDate } from './story-date.js';

/** The token of the staff of the demonstration service, for the stories only. */
export const staffToken = 'token-of-the-staff-in-the-stories';

/** The settings of the demonstration service, parsed from their file. */
export function demonstrationOf(settings: unknown): Deployment {
  const parsed = parseDeployment(JSON.stringify(settings), () => true);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

/**
 * Creates the backend over a database.
 * @param makeReference makes the references of new referrals, which are the same each time
 */
export const openApp = (
  deployment: Deployment,
  database: Database,
  makeReference: () => string,
): App =>
  createApp({
    deployment,
    referrals: referralStore(database, makeReference),
    practices: practiceStore(database),
    activities: activityStore(database),
    reports: reportStore(database),
    rateLimits: rateLimitStore(database),
    readSwaggerUi: () => Promise.resolve(undefined),
    suggestions: suggestionStore(database, makeReference),
    staffTokens: new Map(deployment.services.map(({ id }) => [id, staffToken])),
    log: {
      request: () => undefined,
      error: (entry) => {
        console.error('the backend in this page', entry);
      },
    },
    now: () => storyDate,
    readEmbed: () => Promise.resolve(undefined),
    isReady: () => database.isReady(),
  });
