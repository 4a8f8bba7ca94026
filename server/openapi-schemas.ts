import * as z from 'zod/mini';
import { Activity, ActivityDetail, ActivitySummary, Venue } from '../src/contract/activity.js';
import { ActivityPage } from '../src/contract/activity-page.js';
import {
  ActivityReport,
  DirectoryProfile,
  Place,
  PlaceRequest,
  ReportReceipt,
  StoredActivityReport,
  StoredActivityReportPage,
} from '../src/contract/directory.js';
import { Coverage, CoverageRequest } from '../src/contract/coverage.js';
import { GpPracticeSearch } from '../src/contract/gp-practice-search.js';
import { GpPractice, GpPracticePage } from '../src/contract/gp-practice.js';
import { FieldIssue, Problem } from '../src/contract/problem.js';
import { Answers } from '../src/contract/answers.js';
import { Receipt } from '../src/contract/receipt.js';
import { Referral, ReferralActivity } from '../src/contract/referral.js';
import {
  SetStatus,
  StatusAnswer,
  StatusChange,
  StatusRequest,
} from '../src/contract/referral-status.js';
import { Team } from '../src/contract/team.js';
import {
  ActivitySuggestion,
  StoredSuggestion,
  StoredSuggestionPage,
  SuggestionDecision,
  SuggestionReceipt,
} from '../src/contract/activity-suggestion.js';
import { ContactLink } from '../src/contract/contact-link.js';
import {
  ConsentItem,
  Need,
  QuestionMode,
  ServiceProfile,
  UrgentHelp,
} from '../src/contract/service-profile.js';
import {
  StoredConsent,
  StoredReferral,
  StoredReferralPage,
} from '../src/contract/stored-referral.js';

const named = {
  Activity,
  ActivityDetail,
  ActivityPage,
  ActivityReport,
  ActivitySuggestion,
  ActivitySummary,
  DirectoryProfile,
  Place,
  PlaceRequest,
  ReportReceipt,
  StoredActivityReport,
  StoredActivityReportPage,
  Venue,
  Answers,
  ConsentItem,
  ContactLink,
  Coverage,
  CoverageRequest,
  FieldIssue,
  GpPractice,
  GpPracticePage,
  GpPracticeSearch,
  Need,
  Problem,
  QuestionMode,
  Receipt,
  Referral,
  ReferralActivity,
  ServiceProfile,
  SetStatus,
  StatusAnswer,
  StatusChange,
  StatusRequest,
  StoredConsent,
  StoredReferral,
  StoredReferralPage,
  StoredSuggestion,
  StoredSuggestionPage,
  SuggestionDecision,
  SuggestionReceipt,
  Team,
  UrgentHelp,
};

const registry = z.registry<{ readonly id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

const address = (id: string): string => `#/components/schemas/${id}`;

/** The JSON Schemas of the contract by name, each written once. */
export const componentSchemas = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(z.toJSONSchema(registry, { io: 'input', uri: address }).schemas).map(
      ([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema],
    ),
  );

/** Points to the schema of that name. */
export function schemaOf(schema: z.ZodMiniType): { readonly $ref: string } {
  const id = registry.get(schema)?.id;
  if (id === undefined) throw new TypeError('This schema has no name in the document');
  return { $ref: address(id) };
}
