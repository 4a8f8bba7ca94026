import * as z from 'zod/mini';

/** A way to reach somebody: exactly what to show, and the link that goes with it. */
export const ContactLink = z.object({
  label: z.string(),
  /** `tel:`, `sms:`, `mailto:` or `https:`. */
  href: z.string().check(z.regex(/^(tel:|sms:|mailto:|https:\/\/)/)),
});
export type ContactLink = z.infer<typeof ContactLink>;
