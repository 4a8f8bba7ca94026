import * as z from 'zod/mini';

// The common form of all feeds. What a feed does not say is left out and never guessed, so that “free” differs from
// “not known”. All text is plain text.

/** Something a building or a group offers to people who need it. */
export const accessFeatures = [
  'step-free',
  'accessible-toilet',
  'parking',
  'hearing-loop',
  'sign-language',
  'quiet-space',
  'public-transport',
  'carers-welcome',
] as const;
export type AccessFeature = (typeof accessFeatures)[number];

/** Ways to take part. */
export const attendances = ['in-person', 'online', 'phone', 'home'] as const;
export type Attendance = (typeof attendances)[number];

/** How people join: come along, book, become a member, or be referred. */
export const joinings = ['drop-in', 'booking', 'membership', 'referral'] as const;
export type Joining = (typeof joinings)[number];

/** Where it happens. */
export const Venue = z.object({
  name: z.optional(z.string()),
  /** Lines of the address without the postcode. */
  address: z.array(z.string()),
  postcode: z.optional(z.string()),
  /** WGS 84 degrees; both or neither. */
  latitude: z.optional(z.number()),
  longitude: z.optional(z.number()),
  access: z.array(z.enum(accessFeatures)),
  /** The feed's own text about access. */
  accessText: z.optional(z.string()),
  /** Metres from the place of the search, if it has one. */
  distance: z.optional(z.number()),
});
export type Venue = z.infer<typeof Venue>;

/** When it happens. */
export const Session = z.object({
  /** RFC 5545 recurrence rule without `RRULE:`, such as `FREQ=WEEKLY;BYDAY=TU,TH`. */
  rule: z.optional(z.string()),
  /** First and last date, ISO 8601; without a rule `from` is the only date. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  /** `HH:MM` on the clocks of the service. */
  opens: z.optional(z.string()),
  closes: z.optional(z.string()),
  /** The feed's own text about it. */
  text: z.optional(z.string()),
  bookingUrl: z.optional(z.string()),
});
export type Session = z.infer<typeof Session>;

/** What it costs. */
export const CostOption = z.object({
  label: z.optional(z.string()),
  /** Pence sterling; 0 is free. */
  pence: z.optional(z.number()),
  note: z.optional(z.string()),
});
export type CostOption = z.infer<typeof CostOption>;

/**
 * Whether there is room. The states are those of the FHIR SDOH Clinical Care capacity status, in plain words;
 * HSDS 3.1 `service_capacity` gives the numbers.
 */
export const Capacity = z.object({
  state: z.enum(['open', 'waiting-list', 'full', 'ask']),
  /** Places free and places in all. */
  available: z.optional(z.number()),
  maximum: z.optional(z.number()),
  /** Such as “about 4 weeks”. */
  note: z.optional(z.string()),
  updated: z.optional(z.string()),
});
export type Capacity = z.infer<typeof Capacity>;

/** A link with a checked scheme: http(s), mailto or tel. */
export const Attribution = z.object({ text: z.string(), url: z.optional(z.string()) });
export type Attribution = z.infer<typeof Attribution>;

/** One thing that people can join, go to or ask for help. */
export const Activity = z.object({
  /** Stable for as long as the feed keeps its own id; letters, digits and dashes. */
  id: z.string(),
  name: z.string(),
  /** One or two sentences. */
  summary: z.optional(z.string()),
  /** Paragraphs end with a line feed. */
  description: z.optional(z.string()),
  organisation: z.optional(
    z.object({
      name: z.string(),
      website: z.optional(z.string()),
      logo: z.optional(z.string()),
      /** Such as charity numbers: scheme of org-id.guide and number. */
      identifiers: z.array(z.object({ scheme: z.string(), id: z.string() })),
    }),
  ),
  status: z.enum(['active', 'paused', 'closed']),
  /** A notice of the organisers, such as a changed room. */
  alert: z.optional(z.string()),
  /** Ids of the service's own categories. */
  categories: z.array(z.string()),
  /** The subjects, as the feed names them. */
  terms: z.array(z.string()),
  capacity: z.optional(Capacity),
  /** Ages in years, inclusive; absent if there is no limit. */
  ages: z.object({ from: z.optional(z.number()), to: z.optional(z.number()) }),
  cost: z.object({
    isFree: z.optional(z.boolean()),
    options: z.array(CostOption),
    text: z.optional(z.string()),
  }),
  attendance: z.array(z.enum(attendances)),
  venues: z.array(Venue),
  /** The areas whose residents it is for; empty if not known. */
  areas: z.array(
    z.object({
      name: z.string(),
      /** The outward codes in it, if known. */
      outcodes: z.array(z.string()),
      /** The whole country. */
      isEverywhere: z.boolean(),
    }),
  ),
  sessions: z.array(Session),
  /** BCP 47 tags of languages spoken. */
  languages: z.array(z.string()),
  joining: z.array(z.enum(joinings)),
  /** Whether people may come without a referral. */
  isOpenToSelfReferral: z.optional(z.boolean()),
  contact: z.object({
    name: z.optional(z.string()),
    phone: z.optional(z.string()),
    email: z.optional(z.string()),
    website: z.optional(z.string()),
    referralUrl: z.optional(z.string()),
  }),
  /** When and by whom the entry was last checked. */
  checked: z.optional(z.object({ date: z.string(), by: z.optional(z.string()) })),
  /** When the feed last changed it. */
  updated: z.optional(z.string()),
  source: z.object({
    name: z.string(),
    /** The activity's own page at the source. */
    url: z.optional(z.string()),
    licence: z.optional(z.object({ name: z.string(), url: z.optional(z.string()) })),
    attribution: z.array(Attribution),
  }),
  /** Further information of the feed, for people to read. */
  more: z.array(z.object({ label: z.string(), text: z.string() })),
});
export type Activity = z.infer<typeof Activity>;

/** How an activity relates to the place of a search: a venue is near, its area covers the place, or neither matters. */
export const Reach = z.enum(['near', 'covers', 'anywhere']);
export type Reach = z.infer<typeof Reach>;

/** One date: ISO 8601 with an offset, or only the day if the time is not known. */
export const Occurrence = z.object({ starts: z.string(), ends: z.optional(z.string()) });
export type Occurrence = z.infer<typeof Occurrence>;

/** An activity with its next dates and its relation to the place of the search. Venues are sorted, nearest first. */
export const ActivityDetail = z.object({
  activity: Activity,
  /** The next three dates, computed from the sessions. */
  upcoming: z.array(Occurrence),
  reach: z.optional(Reach),
});
export type ActivityDetail = z.infer<typeof ActivityDetail>;

/** An activity as a list shows it. */
export const ActivitySummary = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.optional(z.string()),
  organisation: z.optional(z.string()),
  categories: z.array(z.string()),
  alert: z.optional(z.string()),
  next: z.optional(Occurrence),
  /** As text, if no date could be computed. */
  when: z.optional(z.string()),
  /** The nearest venue, or the first. */
  venue: z.optional(
    z.object({
      name: z.optional(z.string()),
      /** Town and outward code. */
      place: z.optional(z.string()),
      latitude: z.optional(z.number()),
      longitude: z.optional(z.number()),
      distance: z.optional(z.number()),
    }),
  ),
  /** The number of other venues. */
  otherVenues: z.number(),
  reach: z.optional(Reach),
  attendance: z.array(z.enum(attendances)),
  isFree: z.optional(z.boolean()),
  /** The lowest price in pence, where there is one. */
  fromPence: z.optional(z.number()),
  costText: z.optional(z.string()),
  ages: Activity.shape.ages,
  capacity: z.optional(Capacity),
  isOpenToSelfReferral: z.optional(z.boolean()),
  checked: Activity.shape.checked,
});
export type ActivitySummary = z.infer<typeof ActivitySummary>;
