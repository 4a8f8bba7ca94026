import type { Activity, Joining } from '../../src/directory/contract/activity.js';
import { maxVenues, partId } from './ids.js';
import { serviceAtLocation } from './location.js';
import { validEmail, withoutEmpty, validUri } from './valid-members.js';
import { schedulesOf } from './schedule.js';
import type { TaxonomyTerm } from './taxonomy.js';

type Json = Readonly<Record<string, unknown>>;

const statuses = { active: 'active', paused: 'temporarily closed', closed: 'inactive' } as const;

const joiningDescriptions: Readonly<Record<Joining, string>> = {
  'drop-in': 'Drop in',
  booking: 'Booking',
  membership: 'Membership',
  referral: 'Referral',
};

/** An activity as a `service` in a list, without members that are lists in the UK profile. */
export function serviceSummary(activity: Activity): Json {
  const { id, ages, checked, contact, cost, organisation, updated } = activity;
  return withoutEmpty({
    id,
    organization_id: organisation && organisationId(organisation.name),
    name: activity.name,
    description: activity.description ?? activity.summary,
    url: validUri(contact.website),
    email: validEmail(contact.email),
    status: statuses[activity.status],
    fees: cost.text ?? (cost.isFree === true ? 'Free' : undefined),
    minimum_age: ages.from,
    maximum_age: ages.to,
    assured_date: checked?.date,
    alert: activity.alert,
    last_modified: updated === undefined ? undefined : `${updated.slice(0, 10)}T00:00:00Z`,
    organization: organisation && organisationOf(organisation),
    ...hsdsMembers(activity),
  });
}

// Members of HSDS that the UK profile does not include, for readers that support HSDS.
function hsdsMembers({ id, capacity, contact, joining, more, source, ...rest }: Activity): Json {
  const { state, note, available, maximum, updated } = capacity ?? {};
  const free = state === 'full' || state === 'waiting-list' ? 0 : available;
  return {
    summary: rest.description === undefined ? undefined : rest.summary,
    application_process: joining.map((way) => joiningDescriptions[way]).join(', '),
    wait_time: state === 'waiting-list' ? (note ?? 'Waiting list') : undefined,
    capacities:
      capacity === undefined
        ? []
        : [
            withoutEmpty({
              id: partId(id, 'capacity', 0),
              service_id: id,
              available: free,
              maximum,
              description: note,
              updated,
            }),
          ],
    phones:
      contact.phone === undefined
        ? []
        : [{ id: partId(id, 'phone', 0), service_id: id, number: contact.phone }],
    additional_information: more.map(({ label, text }) => `${label}: ${text}`).join('; '),
    licenses: source.licence?.name,
    attribution: [
      { text: source.name, ...(source.url ? { url: source.url } : {}) },
      ...source.attribution,
    ],
  };
}

/** An activity as a complete `service`. */
export function serviceDetail(activity: Activity, terms: readonly TaxonomyTerm[]): Json {
  const { id, areas, contact, cost, languages, venues } = activity;
  const part = (kind: string, at: number): Json => ({ id: partId(id, kind, at), service_id: id });
  return withoutEmpty({
    ...serviceSummary(activity),
    schedules: schedulesOf(activity),
    service_areas: areas.map(({ name, outcodes, isEverywhere }, at) => ({
      ...part('area', at),
      name: isEverywhere ? 'United Kingdom' : name,
      ...(outcodes.length > 0 ? { extent: outcodes.join(', '), extent_type: 'text' } : {}),
    })),
    service_at_locations: venues
      .slice(0, maxVenues)
      .map((_, position) => serviceAtLocation(activity, position)),
    languages: languages.map((code, at) => ({
      ...part('language', at),
      code,
      name: languageName(code),
    })),
    cost_options: cost.options.map(({ label, pence, note }, at) =>
      withoutEmpty({
        ...part('cost', at),
        option: label,
        amount: pence === undefined ? undefined : pence / 100,
        amount_description: note,
      }),
    ),
    contacts: contact.name === undefined ? [] : [{ ...part('contact', 0), name: contact.name }],
    attributes: attributesOf(activity, terms),
  });
}

function attributesOf({ id, categories, terms: own }: Activity, terms: readonly TaxonomyTerm[]) {
  const listed = terms.filter(({ term }) => categories.includes(term));
  // Subjects from the source feed do not belong to the service's taxonomy.
  const others = [...new Set(own)]
    .filter((name) => !listed.some((term) => term.name === name))
    .map((name) => ({ id: partId('subject', 'term', name), name, description: name }));
  return [...listed, ...others].map((taxonomy_term) => ({
    id: partId(id, 'attribute', taxonomy_term.id),
    link_id: id,
    link_type: 'service',
    taxonomy_term_id: taxonomy_term.id,
    taxonomy_term,
  }));
}

const organisationId = (name: string): string => partId('organisation', 'name', name);

function organisationOf({
  name,
  website,
  logo,
  identifiers,
}: NonNullable<Activity['organisation']>): Json {
  const id = organisationId(name);
  return {
    id,
    name,
    // Required by the UK profile, but activities have no description of the organisation.
    description: '',
    ...withoutEmpty({
      website: validUri(website),
      logo: validUri(logo),
      organization_identifiers: identifiers.map((one) => ({
        id: partId(id, one.scheme, one.id),
        organization_id: id,
        identifier_scheme: one.scheme,
        identifier_type: one.scheme,
        identifier: one.id,
      })),
    }),
  };
}

const english = new Intl.DisplayNames('en-GB', { type: 'language' });

function languageName(code: string): string {
  try {
    return english.of(code) ?? code;
  } catch {
    return code;
  }
}
