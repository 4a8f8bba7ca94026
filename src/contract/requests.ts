import { ActivitySuggestion, SuggestionDecision } from './activity-suggestion.js';
import { CoverageRequest } from './coverage.js';
import { ActivityReport, PlaceRequest } from './directory.js';
import { GpPracticeSearch } from './gp-practice-search.js';
import { Referral } from './referral.js';
import { SetStatus, StatusRequest } from './referral-status.js';

/** What the body of a request holds, by the name of its endpoint. */
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
