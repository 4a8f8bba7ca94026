import * as z from 'zod/mini';

// The required members and formats of the UK profile of Open Referral 3.0, written as our own schemas.

const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const text = z.string();
const nonEmpty = text.check(z.minLength(1));
const uri = z.url();
const day = z.iso.date();
const clock = text.check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const optional = z.optional;

const TermShape = z.object({
  id: uuid,
  name: nonEmpty,
  description: text,
  taxonomy: optional(nonEmpty),
  taxonomy_id: optional(uuid),
});

const TaxonomyShape = z.object({ id: uuid, name: nonEmpty, description: nonEmpty });

const OrganizationShape = z.object({
  id: uuid,
  name: nonEmpty,
  description: text,
  website: optional(uri),
  organization_identifiers: optional(
    z.array(z.object({ id: uuid, identifier_type: nonEmpty, identifier: nonEmpty })),
  ),
});

/** A service in a list. */
export const SummaryShape = z.object({
  id: uuid,
  organization_id: optional(uuid),
  name: nonEmpty,
  description: optional(nonEmpty),
  url: optional(uri),
  email: optional(z.email()),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  fees: optional(nonEmpty),
  minimum_age: optional(z.number()),
  maximum_age: optional(z.number()),
  assured_date: optional(day),
  last_modified: optional(z.iso.datetime()),
  organization: optional(OrganizationShape),
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
  latitude: optional(z.number()),
  longitude: optional(z.number()),
  addresses: optional(z.array(AddressShape)),
  accessibility: optional(z.array(z.object({ id: uuid, description: nonEmpty }))),
});

const AtLocationShape = z.object({
  id: uuid,
  service_id: uuid,
  location_id: uuid,
  location: LocationShape,
});

/** A service at a location. */
export const PlacedShape = z.object({ ...AtLocationShape.shape, service: SummaryShape });

const ScheduleShape = z.object({
  id: uuid,
  freq: optional(z.enum(['WEEKLY', 'MONTHLY'])),
  interval: optional(z.int()),
  byday: optional(nonEmpty),
  dtstart: optional(day),
  valid_to: optional(day),
  opens_at: optional(clock),
  closes_at: optional(clock),
  schedule_link: optional(uri),
});

/** A complete service. */
export const DetailShape = z.object({
  ...SummaryShape.shape,
  schedules: optional(z.array(ScheduleShape)),
  service_areas: optional(z.array(z.object({ id: uuid, name: nonEmpty }))),
  service_at_locations: optional(z.array(AtLocationShape)),
  languages: optional(z.array(z.object({ id: uuid }))),
  cost_options: optional(z.array(z.object({ id: uuid, amount: optional(z.number()) }))),
  contacts: optional(z.array(z.object({ id: uuid }))),
  attributes: optional(
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

/** The description of the API at its base address. */
export const RootShape = z.object({
  version: z.literal('HSDS-UK-3.0'),
  profile: uri,
  openapi_url: uri,
});

/** Our schemas of each resource: a page of its list, and one item. */
export const shapes = {
  services: { page: pageOf(SummaryShape), one: DetailShape },
  service_at_locations: { page: pageOf(PlacedShape), one: PlacedShape },
  taxonomies: { page: pageOf(TaxonomyShape), one: TaxonomyShape },
  taxonomy_terms: { page: pageOf(TermShape), one: TermShape },
} as const;

/** The official schema files of each resource: for an entry of a list, and for one item. */
export const schemaFiles = {
  services: { entry: 'compiled/service_list.json', one: 'compiled/service.json' },
  service_at_locations: {
    entry: 'compiled/service_at_location_list.json',
    one: 'compiled/service_at_location.json',
  },
  taxonomies: { entry: 'taxonomy.json', one: 'taxonomy.json' },
  taxonomy_terms: { entry: 'taxonomy_term.json', one: 'taxonomy_term.json' },
} as const;

/** The resources of the API. */
export const resources = [
  'services',
  'service_at_locations',
  'taxonomies',
  'taxonomy_terms',
] as const;
