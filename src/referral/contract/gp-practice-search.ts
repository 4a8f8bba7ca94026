import * as z from 'zod/mini';

/** A search for practices by name, address or postcode. Sent by POST, because people type their own address. */
export const GpPracticeSearch = z.strictObject({
  query: z
    .string('field.missing')
    .check(z.minLength(1, 'field.missing'), z.maxLength(100, 'field.long')),
});
export type GpPracticeSearch = z.infer<typeof GpPracticeSearch>;
