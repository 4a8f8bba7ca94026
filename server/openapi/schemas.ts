import * as z from 'zod/mini';
import * as activityPage from '../../src/directory/contract/activity-page.js';
import * as activitySuggestion from '../../src/suggestion/contract/activity-suggestion.js';
import * as activity from '../../src/directory/contract/activity.js';
import * as answers from '../../src/referral/contract/questions/answers.js';
import * as contactLink from '../../src/core/contract/contact-link.js';
import * as coverage from '../../src/referral/contract/coverage.js';
import * as directory from '../../src/directory/contract/directory.js';
import * as practiceSearch from '../../src/referral/contract/gp-practice-search.js';
import * as practice from '../../src/referral/contract/gp-practice.js';
import * as problem from '../../src/core/contract/problem.js';
import * as receipt from '../../src/referral/contract/receipt.js';
import * as referralStatus from '../../src/status/contract/referral-status.js';
import * as referral from '../../src/referral/contract/referral.js';
import * as serviceProfile from '../../src/core/service/service-profile.js';
import * as storedReferral from '../../src/referral/contract/stored-referral.js';
import * as team from '../../src/core/service/team.js';

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

/** Gives every schema of the contract its exported name in the OpenAPI document. */
export function nameSchemas(): void {
  for (const [id, schema] of Object.entries(exported))
    if (schema instanceof z.ZodMiniType) z.globalRegistry.add(schema, { id });
}
