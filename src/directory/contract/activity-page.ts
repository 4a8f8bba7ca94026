import * as z from 'zod/mini';
import { ActivitySummary } from './activity.js';

/** The number of results for each value of each filter. */
export const Facets = z.catchall(z.object({}), z.catchall(z.object({}), z.number()));
export type Facets = z.infer<typeof Facets>;

/** One page of results. */
export const ActivityPage = z.object({
  items: z.array(ActivitySummary),
  /** The number of results on all pages. */
  total: z.number(),
  /**
   * By filter and value: the number of results if this value alone were chosen in its filter or, in `access`, if it
   * were chosen as well. Values without results are left out.
   */
  facets: Facets,
  /** The value of `after` for the next page; absent on the last. */
  next: z.optional(z.string()),
  /** If nothing was found: the criteria (a filter, `distance`, `place` or `text`) that can be removed, and the number of results that gives, largest first. */
  loosen: z.optional(z.array(z.object({ filter: z.string(), count: z.number() }))),
  /** The corrected text, if nothing matches the text as typed. */
  corrected: z.optional(z.string()),
});
export type ActivityPage = z.infer<typeof ActivityPage>;
