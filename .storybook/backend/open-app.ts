import { createApp, type App } from '../../server/app.js';
import { parseDeployment } from '../../server/deployment.js';
import type { Deployment } from '../../server/deployment-schema.js';
import { activityStore } from '../../server/store/activity-store.js';
import type { Database } from '../../server/store/database.js';
import { practiceStore } from '../../server/store/practice-store.js';
import { referralStore } from '../../server/store/referral-store.js';
import { reportStore } from '../../server/store/report-store.js';
import { suggestionStore } from '../../server/store/suggestion-store.js';
import { rateLimitStore } from '../../server/store/rate-limit-store.js';
import { day } from './day.js';

/** What staff of the demonstration show at the door, in the stories alone. */
export const staffToken = 'token-of-the-staff-in-the-stories';

/** The demonstration's settings, as read from their file. */
export function demonstrationOf(settings: unknown): Deployment {
  const parsed = parseDeployment(JSON.stringify(settings), () => true);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

/**
 * The backend over a database.
 * @param makeReference references of the stories are always the same
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
    tries: rateLimitStore(database),
    suggestions: suggestionStore(database, makeReference),
    staffTokens: new Map(deployment.services.map(({ id }) => [id, staffToken])),
    log: {
      request: () => undefined,
      error: (entry) => {
        console.error('the backend in this page', entry);
      },
    },
    now: () => day,
    readEmbed: () => Promise.resolve(undefined),
    readSwaggerUi: () => Promise.resolve(undefined),
    isReady: () => database.isReady(),
  });
