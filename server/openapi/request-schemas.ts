import {
  ActivitySuggestion,
  SuggestionDecision,
} from '../../src/suggestion/contract/activity-suggestion.js';
import { CoverageRequest } from '../../src/referral/contract/coverage.js';
import { ActivityReport, PlaceRequest } from '../../src/directory/contract/directory.js';
import { GpPracticeSearch } from '../../src/referral/contract/gp-practice-search.js';
import { Referral } from '../../src/referral/contract/referral.js';
import { SetStatus, StatusRequest } from '../../src/status/contract/referral-status.js';

/** The schemas of request bodies by the name of the endpoint. */
export const requests = {
  checkCoverage: CoverageRequest,
  searchGpPractices: GpPracticeSearch,
  sendReferral: Referral,
  findPlace: PlaceRequest,
  reportActivity: ActivityReport,
  lookUpStatus: StatusRequest,
  setReferralStatus: SetStatus,
  suggestActivity: ActivitySuggestion,
  decideSuggestion: SuggestionDecision,
} as const;
