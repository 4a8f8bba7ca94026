import * as z from 'zod/mini';
import * as activityPage from '../src/contract/activity-page.js';
import * as activitySuggestion from '../src/contract/activity-suggestion.js';
import * as activity from '../src/contract/activity.js';
import * as answers from '../src/contract/answers.js';
import * as contactLink from '../src/contract/contact-link.js';
import * as coverage from '../src/contract/coverage.js';
import * as directory from '../src/contract/directory.js';
import * as practiceSearch from '../src/contract/gp-practice-search.js';
import * as practice from '../src/contract/gp-practice.js';
import * as problem from '../src/contract/problem.js';
import * as receipt from '../src/contract/receipt.js';
import * as referralStatus from '../src/contract/referral-status.js';
import * as referral from '../src/contract/referral.js';
import * as serviceProfile from '../src/contract/service-profile.js';
import * as storedReferral from '../src/contract/stored-referral.js';
import * as team from '../src/contract/team.js';

const exported: Readonly<Record<string, unknown>> = {
  ...activity,
  ...activityPage,
  ...activitySuggestion,
  ...answers,
  ...contactLink,
  ...coverage,
  ...directory,
  ...practice,
  ...practiceSearch,
  ...problem,
  ...receipt,
  ...referral,
  ...referralStatus,
  ...serviceProfile,
  ...storedReferral,
  ...team,
};

/** Gives every schema of the contract its name in the OpenAPI document: the name under which it is exported. */
export function nameSchemas(): void {
  for (const [id, schema] of Object.entries(exported))
    if (schema instanceof z.ZodMiniType) z.globalRegistry.add(schema, { id });
}
