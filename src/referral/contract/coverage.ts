import * as z from 'zod/mini';
import { audiences } from '../../core/service/audience.js';
import { Postcode } from '../../core/contract/postcode.js';
import { Team } from '../../core/service/team.js';

/** A request for coverage of a postcode. Sent by POST, so that the postcode is in no URL or log. */
export const CoverageRequest = z.strictObject({
  postcode: Postcode,
  /** ODS code of the person's GP practice: some teams take its patients wherever they live. */
  practice: z.optional(z.string('field.shape').check(z.regex(/^[A-Z0-9]{3,10}$/, 'field.shape'))),
  /** Who refers; by default the person themself. */
  for: z.optional(z.enum(audiences, 'field.shape')),
});
export type CoverageRequest = z.infer<typeof CoverageRequest>;

/** Whether the service takes people who live there. */
export const Coverage = z.object({
  covered: z.boolean(),
  /** The teams that take people who live there, in the order of the settings; closed ones among them. */
  teams: z.array(Team),
  /** The person's GP practice may decide: a team takes the patients of some practices. Ask again with the practice. */
  byPractice: z.boolean(),
});
export type Coverage = z.infer<typeof Coverage>;
