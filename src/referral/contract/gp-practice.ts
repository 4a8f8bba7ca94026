import * as z from 'zod/mini';

/** A GP practice. */
export const GpPractice = z.object({
  /** ODS code in England: a letter and five digits. */
  code: z.string(),
  name: z.string(),
  address: z.string(),
});
export type GpPractice = z.infer<typeof GpPractice>;

/** The best matches, at most ten. */
export const GpPracticePage = z.object({ items: z.array(GpPractice) });
export type GpPracticePage = z.infer<typeof GpPracticePage>;
