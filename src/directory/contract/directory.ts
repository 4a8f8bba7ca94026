import * as z from 'zod/mini';
import { Attribution } from './activity.js';
import { filterNames, sorts } from './activity-query.js';
import { ContactLink } from '../../core/contract/contact-link.js';
import { text } from '../../core/contract/fields.js';

/** A category of activities. */
export const Category = z.object({ id: z.string(), label: z.string() });
export type Category = z.infer<typeof Category>;

/** A directory, as finders need it. Contains no personal data. */
export const DirectoryProfile = z.object({
  /** The service that runs it, and its phone number; absent if a feed is read directly. */
  service: z.optional(z.object({ name: z.string(), phone: ContactLink, hours: z.string() })),
  /** The service's categories, in its own order. */
  categories: z.array(Category),
  /** IANA name of the time zone in which the times of activities are meant. */
  timeZone: z.string(),
  /** The filters and sort orders that this directory supports. */
  filters: z.array(z.enum(filterNames)),
  sorts: z.array(z.enum(sorts)),
  /** Whether it can look up a place by name or postcode. */
  places: z.boolean(),
  /** Whether it accepts reports of mistakes. */
  reports: z.boolean(),
  /** Map tiles: an address with `{z}`, `{x}` and `{y}`, and whom to name beside the map. */
  map: z.optional(
    z.object({ tiles: z.string(), attribution: z.array(Attribution), maxZoom: z.number() }),
  ),
  /** A page of the service on which one activity can be opened by `?activity=`; to share it. */
  page: z.optional(z.string()),
  /** The sources of its data, named under every list. */
  attribution: z.array(Attribution),
});
export type DirectoryProfile = z.infer<typeof DirectoryProfile>;

/** Only the categories of a directory. */
export const DirectoryCategories = z.pick(DirectoryProfile, { categories: true });

/** A place to look up. Sent by POST, so that a full postcode is in no URL and no log. */
export const PlaceRequest = z.strictObject({ text: text('place', 100) });
export type PlaceRequest = z.infer<typeof PlaceRequest>;

/** A place as a search uses it: never more precise than about 1 km. */
export const Place = z.object({
  /** An outward code, or a point of two decimals; goes into `place` of a search. */
  id: z.string(),
  /** Such as `TS18, Stockton-on-Tees`. */
  label: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});
export type Place = z.infer<typeof Place>;

/** The kinds of mistakes that can be reported. */
export const reportKinds = ['closed', 'time', 'place', 'contact', 'cost', 'other'] as const;

/** A report that an entry is wrong. Contains nothing about the person. */
export const ActivityReport = z.strictObject({
  activity: z.string('field.missing').check(z.regex(/^[\w-]{1,120}$/, 'field.shape')),
  kind: z.enum(reportKinds, 'report.kind.missing'),
  text: z.optional(text('report.text', 500)),
});
export type ActivityReport = z.infer<typeof ActivityReport>;

/** Confirms that a report was received. */
export const ReportReceipt = z.object({ receivedAt: z.string() });
export type ReportReceipt = z.infer<typeof ReportReceipt>;

/** A report, as staff of the service see it. */
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
