import * as z from 'zod/mini';
import { Attribution } from './activity.js';
import { filterNames, sorts } from './activity-query.js';
import { ContactLink } from '../../core/contract/contact-link.js';
import { text } from '../../core/contract/fields.js';

/** One of the kinds under which people look for activities. */
export const Category = z.object({ id: z.string(), label: z.string() });
export type Category = z.infer<typeof Category>;

/** What a finder needs to know of a directory. Nothing in it is personal. */
export const DirectoryProfile = z.object({
  /** Who keeps it, and whom to call; absent where a feed is read directly. */
  service: z.optional(z.object({ name: z.string(), phone: ContactLink, hours: z.string() })),
  /** The service's categories, in its own order. */
  categories: z.array(Category),
  /** IANA name of the time zone in which the times of activities are meant. */
  timeZone: z.string(),
  /** Filters and orders that this directory can answer. */
  filters: z.array(z.enum(filterNames)),
  sorts: z.array(z.enum(sorts)),
  /** Whether it can find a place that somebody types. */
  places: z.boolean(),
  /** Whether it takes reports of mistakes. */
  reports: z.boolean(),
  /** Map tiles: an address with `{z}`, `{x}` and `{y}`, and whom to name beside the map. */
  map: z.optional(
    z.object({ tiles: z.string(), attribution: z.array(Attribution), maxZoom: z.number() }),
  ),
  /** A page of the service on which one activity can be opened by `?activity=`; to share it. */
  page: z.optional(z.string()),
  /** Where its data come from, to be named under every list. */
  attribution: z.array(Attribution),
});
export type DirectoryProfile = z.infer<typeof DirectoryProfile>;

/** What a directory says of itself, as far as its categories. */
export const DirectoryCategories = z.pick(DirectoryProfile, { categories: true });

/** Asks where a place is. Posted, so that a full postcode stands in no address and no log. */
export const PlaceRequest = z.strictObject({ text: text('place', 100) });
export type PlaceRequest = z.infer<typeof PlaceRequest>;

/** A place as a search may name it: never finer than about 1 km. */
export const Place = z.object({
  /** An outward code, or a point of two decimals; goes into `place` of a search. */
  id: z.string(),
  /** Such as `TS18, Stockton-on-Tees`. */
  label: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});
export type Place = z.infer<typeof Place>;

/** What can be wrong with an entry. */
export const reportKinds = ['closed', 'time', 'place', 'contact', 'cost', 'other'] as const;

/** Tells the service that an entry is wrong. Asks for nothing about the person. */
export const ActivityReport = z.strictObject({
  activity: z.string('field.missing').check(z.regex(/^[\w-]{1,120}$/, 'field.shape')),
  kind: z.enum(reportKinds, 'report.kind.missing'),
  text: z.optional(text('report.text', 500)),
});
export type ActivityReport = z.infer<typeof ActivityReport>;

/** That a report has arrived. */
export const ReportReceipt = z.object({ receivedAt: z.string() });
export type ReportReceipt = z.infer<typeof ReportReceipt>;

/** A report as staff of the service see it. */
export const StoredActivityReport = z.object({
  id: z.string(),
  receivedAt: z.string(),
  partner: z.string(),
  activity: z.string(),
  /** The name that the activity had. */
  activityName: z.string(),
  kind: z.enum(reportKinds),
  text: z.optional(z.string()),
});
export type StoredActivityReport = z.infer<typeof StoredActivityReport>;

/** Reports, newest first. */
export const StoredActivityReportPage = z.object({
  items: z.array(StoredActivityReport),
  next: z.optional(z.string()),
});
export type StoredActivityReportPage = z.infer<typeof StoredActivityReportPage>;
