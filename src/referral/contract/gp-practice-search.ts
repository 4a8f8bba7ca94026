import * as z from 'zod/mini';

/** Asks for practices whose name, address or postcode fits what was typed so far. Posted, because people type their own address. */
export const GpPracticeSearch = z.strictObject({
  query: z
    .string('field.missing')
    .check(z.minLength(1, 'field.missing'), z.maxLength(100, 'field.long')),
});
export type GpPracticeSearch = z.infer<typeof GpPracticeSearch>;
