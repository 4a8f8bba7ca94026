import * as z from 'zod/mini';

/** What the person gets when a referral is safely stored. */
export const Receipt = z.object({
  /** Eight characters that cannot be mistaken for each other. */
  reference: z.string(),
  receivedAt: z.string(),
  /** The date by which the service makes contact. */
  contactBy: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;
