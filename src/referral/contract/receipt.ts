import * as z from 'zod/mini';
import { Team } from '../../core/service/team.js';

const { name, next, capacity } = Team.shape;

/** What the person gets when a referral is safely stored. */
export const Receipt = z.object({
  /** Eight characters that cannot be mistaken for each other. */
  reference: z.string(),
  receivedAt: z.string(),
  /** The date by which the service makes contact. */
  contactBy: z.string(),
  /** Who takes the referral; absent from receipts of old. */
  team: z.optional(z.object({ name, next, capacity })),
});
export type Receipt = z.infer<typeof Receipt>;
