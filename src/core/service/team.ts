import * as z from 'zod/mini';

/** Ages in years, inclusive; without an upper limit if `to` is absent. */
export const AgeRange = z.object({ from: z.number(), to: z.optional(z.number()) });
export type AgeRange = z.infer<typeof AgeRange>;

/** Whether a team takes people at the moment. */
export const TeamCapacity = z.object({
  state: z.enum(['open', 'waiting-list', 'closed']),
  /** Such as “about 6 weeks”, in the service's words. */
  note: z.optional(z.string()),
});
export type TeamCapacity = z.infer<typeof TeamCapacity>;

/** A team of a service, as pages see it. */
export const Team = z.object({
  id: z.string(),
  name: z.string(),
  age: AgeRange,
  capacity: TeamCapacity,
  /** What happens next, in the service's words; empty where it says nothing. */
  next: z.string(),
  /** Working days within which the team makes contact. */
  contactWorkingDays: z.number(),
  /** Languages (BCP 47) in which the team works; empty for any. */
  languages: z.array(z.string()),
});
export type Team = z.infer<typeof Team>;
