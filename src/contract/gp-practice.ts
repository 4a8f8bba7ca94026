import * as z from 'zod/mini';

/** A general practice of the list that a service keeps. */
export const GpPractice = z.object({
  /** ODS code in England: a letter and five digits. */
  code: z.string(),
  name: z.string(),
  address: z.string(),
});
export type GpPractice = z.infer<typeof GpPractice>;

/** Asks for practices whose name, address or postcode fits what was typed so far. Posted, because people type their own address. */
export const GpPracticeSearch = z.strictObject({
  query: z
    .string('field.missing')
    .check(z.minLength(1, 'field.missing'), z.maxLength(100, 'field.long')),
});
export type GpPracticeSearch = z.infer<typeof GpPracticeSearch>;

/** The practices that fit best, at most ten. */
export const GpPracticePage = z.object({ items: z.array(GpPractice) });
export type GpPracticePage = z.infer<typeof GpPracticePage>;
