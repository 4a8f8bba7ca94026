import * as z from 'zod/mini';
import { Team } from '../../core/service/team.js';

const { name, next, capacity } = Team.shape;

/** The confirmation that a referral is stored. */
export const Receipt = z.object({
  /** Eight characters, none easily confused with another. */
  reference: z.string(),
  receivedAt: z.string(),
  /** The date by which the service makes contact. */
  contactBy: z.string(),
  /** The team that takes the referral; absent from old receipts. */
  team: z.optional(z.object({ name, next, capacity })),
});
export type Receipt = z.infer<typeof Receipt>;
