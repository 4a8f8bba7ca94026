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
   * By filter and value: how many results there would be with this value alone chosen in its filter, or, in
   * `access`, with this value chosen as well. All other filters as they are. No value stands here with 0.
   */
  facets: Facets,
  /** The value of `after` for the next page; absent on the last. */
  next: z.optional(z.string()),
  /** Where nothing was found: which one thing to let go of (a filter, `distance`, `place` or `text`) and how many that brings, most first. */
  loosen: z.optional(z.array(z.object({ filter: z.string(), count: z.number() }))),
  /** The corrected text, if nothing matches the text as typed. */
  corrected: z.optional(z.string()),
});
export type ActivityPage = z.infer<typeof ActivityPage>;
