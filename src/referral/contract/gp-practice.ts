import * as z from 'zod/mini';

/** A general practice of the list that a service keeps. */
export const GpPractice = z.object({
  /** ODS code in England: a letter and five digits. */
  code: z.string(),
  name: z.string(),
  address: z.string(),
});
export type GpPractice = z.infer<typeof GpPractice>;

/** The practices that fit best, at most ten. */
export const GpPracticePage = z.object({ items: z.array(GpPractice) });
export type GpPracticePage = z.infer<typeof GpPracticePage>;
