import * as z from 'zod/mini';

// What the UK profile of Open Referral 3.0 demands of each answer, in our own words: required members and formats.

const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const text = z.string();
const words = text.check(z.minLength(1));
const uri = z.url();
const day = z.iso.date();
const clock = text.check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const maybe = z.optional;

const TermShape = z.object({
  id: uuid,
  name: words,
  description: text,
  taxonomy: maybe(words),
  taxonomy_id: maybe(uuid),
});

const TaxonomyShape = z.object({ id: uuid, name: words, description: words });

const OrganizationShape = z.object({
  id: uuid,
  name: words,
  description: text,
  website: maybe(uri),
  organization_identifiers: maybe(
    z.array(z.object({ id: uuid, identifier_type: words, identifier: words })),
  ),
});

/** A service as lists give it. */
export const ThinShape = z.object({
  id: uuid,
  organization_id: maybe(uuid),
  name: words,
  description: maybe(words),
  url: maybe(uri),
  email: maybe(z.email()),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  fees: maybe(words),
  minimum_age: maybe(z.number()),
  maximum_age: maybe(z.number()),
  assured_date: maybe(day),
  last_modified: maybe(z.iso.datetime()),
  organization: maybe(OrganizationShape),
});

const AddressShape = z.object({
  id: uuid,
  address_1: text,
  city: text,
  state_province: text,
  postal_code: text,
  country: z.literal('GB'),
  address_type: z.enum(['physical', 'postal', 'virtual']),
});

const LocationShape = z.object({
  id: uuid,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  latitude: maybe(z.number()),
  longitude: maybe(z.number()),
  addresses: maybe(z.array(AddressShape)),
  accessibility: maybe(z.array(z.object({ id: uuid, description: words }))),
});

const AtLocationShape = z.object({
  id: uuid,
  service_id: uuid,
  location_id: uuid,
  location: LocationShape,
});

/** An activity at one of its venues, on its own. */
export const PlacedShape = z.object({ ...AtLocationShape.shape, service: ThinShape });

const ScheduleShape = z.object({
  id: uuid,
  freq: maybe(z.enum(['WEEKLY', 'MONTHLY'])),
  interval: maybe(z.int()),
  byday: maybe(words),
  dtstart: maybe(day),
  valid_to: maybe(day),
  opens_at: maybe(clock),
  closes_at: maybe(clock),
  schedule_link: maybe(uri),
});

/** A service on its own. */
export const WholeShape = z.object({
  ...ThinShape.shape,
  schedules: maybe(z.array(ScheduleShape)),
  service_areas: maybe(z.array(z.object({ id: uuid, name: words }))),
  service_at_locations: maybe(z.array(AtLocationShape)),
  languages: maybe(z.array(z.object({ id: uuid }))),
  cost_options: maybe(z.array(z.object({ id: uuid, amount: maybe(z.number()) }))),
  contacts: maybe(z.array(z.object({ id: uuid }))),
  attributes: maybe(
    z.array(
      z.object({ id: uuid, link_id: uuid, taxonomy_term_id: uuid, taxonomy_term: TermShape }),
    ),
  ),
});

const pageOf = <Schema extends z.ZodMiniType>(contents: Schema) =>
  z.object({
    total_items: z.int(),
    total_pages: z.int(),
    page_number: z.int(),
    size: z.int(),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(contents),
  });

/** What stands at the root. */
export const RootShape = z.object({
  version: z.literal('HSDS-UK-3.0'),
  profile: uri,
  openapi_url: uri,
});

/** Each kind of answer: our statement of it, and the files of the profile that state it. */
export const shapes = {
  services: { page: pageOf(ThinShape), one: WholeShape },
  service_at_locations: { page: pageOf(PlacedShape), one: PlacedShape },
  taxonomies: { page: pageOf(TaxonomyShape), one: TaxonomyShape },
  taxonomy_terms: { page: pageOf(TermShape), one: TermShape },
} as const;

/** The files of the profile's own schemas: for an entry of a list, and for one thing on its own. */
export const schemaFiles = {
  services: { entry: 'compiled/service_list.json', one: 'compiled/service.json' },
  service_at_locations: {
    entry: 'compiled/service_at_location_list.json',
    one: 'compiled/service_at_location.json',
  },
  taxonomies: { entry: 'taxonomy.json', one: 'taxonomy.json' },
  taxonomy_terms: { entry: 'taxonomy_term.json', one: 'taxonomy_term.json' },
} as const;

/** The kinds of things that the API gives. */
export const resources = [
  'services',
  'service_at_locations',
  'taxonomies',
  'taxonomy_terms',
] as const;
