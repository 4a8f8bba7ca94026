import * as z from 'zod/mini';
import { Coverage, CoverageRequest } from '../src/contract/coverage.js';
import { GpPractice, GpPracticePage, GpPracticeSearch } from '../src/contract/gp-practice.js';
import { FieldIssue, Problem } from '../src/contract/problem.js';
import { Answers } from '../src/contract/questions.js';
import { Receipt, Referral } from '../src/contract/referral.js';
import { ContactLink } from '../src/contract/contact-link.js';
import { ConsentItem, Need, QuestionMode, ServiceProfile, UrgentHelp } from '../src/contract/service-profile.js';
import {
  StoredConsent,
  StoredReferral,
  StoredReferralPage,
} from '../src/contract/stored-referral.js';

const named = {
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
  ServiceProfile,
  StoredConsent,
  StoredReferral,
  StoredReferralPage,
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
