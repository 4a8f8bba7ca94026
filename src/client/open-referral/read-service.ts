import type { Activity, Capacity, CostOption, Session, Venue } from '../../contract/activity.js';
import { formatPostcode } from '../../contract/postcode-form.js';
import {
  accessIn,
  attendanceIn,
  isEverywhere,
  joiningIn,
  languageTag,
  outcodeIn,
} from './guess.js';
import {
  type Json,
  clock,
  date,
  email,
  firstOf,
  line,
  link,
  many,
  number,
  one,
  paragraphs,
  present,
} from './json.js';
import type { FeedRecord, Read } from './record.js';

/** Reads a service of Open Referral UK 3 or 1, or of HSDS 3.1, whole or as thin as lists give it. */
export function readService(json: Json): Read {
  const id = line(json['id'], 120);
  const name = line(json['name'], 200);
  if (id === undefined) return refuse(name ?? '', 'id', 'is missing');
  if (name === undefined) return refuse(id, 'name', 'is missing');
  return { ok: true, record: recordOf(json, id, name) };
}

const refuse = (id: string, field: string, reason: string): Read => ({
  ok: false,
  refused: { id, field, reason },
});

function recordOf(json: Json, sourceId: string, name: string): FeedRecord {
  const venues = venuesOf(json);
  const texts = textsOf(json, [
    'attending_type',
    'deliverable_type',
    'attending_access',
    'application_process',
  ]);
  const joining = joiningIn(texts);
  const subjects = subjectsOf(json);
  const checked = date(json['assured_date'] ?? json['last_assured']);
  return {
    sourceId,
    subjects: subjects.flatMap(({ name: label, id }) => [label, ...id]),
    activity: {
      name,
      ...present<Activity>({
        summary: line(json['summary'] ?? json['short_description']),
        description: paragraphs(json['description']),
        alert: line(json['alert']),
        organisation: organisationOf(one(json['organization'])),
        capacity: capacityOf(json),
        isOpenToSelfReferral:
          joining.length === 0 ? undefined : joining.some((way) => way !== 'referral'),
        checked:
          checked === undefined
            ? undefined
            : { date: checked, ...present<{ by: string }>({ by: assurer(json['assurer_email']) }) },
        updated: date(json['last_modified']),
      }),
      ...present<{ page: string }>({ page: link(json['url']) }),
      status: statusOf(json['status']),
      terms: [...new Set(subjects.map((subject) => subject.name))].slice(0, 40),
      ages: agesOf(json),
      cost: costOf(json),
      attendance: attendanceOf(json, texts, venues),
      venues,
      areas: areasOf(json),
      sessions: sessionsOf(json),
      languages: languagesOf(json),
      joining,
      contact: contactOf(json),
      more: moreOf(json),
    },
  };
}

const schedulesOf = (json: Json): readonly Json[] =>
  ['schedules', 'regular_schedules', 'regular_schedule'].flatMap((key) => many(json[key]));

const textsOf = (json: Json, names: readonly string[]): string =>
  [json, ...schedulesOf(json), ...many(json['service_at_locations'])]
    .flatMap((part) => names.map((name) => line(part[name]) ?? ''))
    .join(' ');

function subjectsOf(
  json: Json,
): readonly { readonly name: string; readonly id: readonly string[] }[] {
  const attributes = many(json['attributes']).map((attribute) => one(attribute['taxonomy_term']));
  const old = many(json['service_taxonomys']).map((taxonomy) => one(taxonomy['taxonomy']));
  return [...attributes, ...old].flatMap((term) => {
    const name = line(term['name'], 120);
    const id = line(term['id'], 120);
    const scheme = firstOf(term, ['taxonomy', 'vocabulary'], line);
    if (name === undefined) return [];
    return [
      {
        name,
        id: id === undefined ? [] : [id, ...(scheme === undefined ? [] : [`${scheme}:${id}`])],
      },
    ];
  });
}

function organisationOf(json: Json): Activity['organisation'] {
  const name = line(json['name'], 200);
  if (name === undefined) return undefined;
  return {
    name,
    ...present<{ website: string; logo: string }>({
      website: firstOf(json, ['website', 'url', 'uri'], link),
      logo: link(json['logo']),
    }),
    identifiers: many(json['organization_identifiers']).flatMap((identifier) => {
      const id = line(identifier['identifier'], 60);
      const scheme = firstOf(identifier, ['identifier_scheme', 'identifier_type'], line);
      return id === undefined || scheme === undefined ? [] : [{ scheme, id }];
    }),
  };
}

// A person's own address is nobody's business; the organisation behind it says who checked.
const assurer = (value: unknown): string | undefined => email(value)?.split('@')[1];

function statusOf(value: unknown): Activity['status'] {
  const text = line(value)?.toLowerCase() ?? '';
  if (/temporarily/.test(text)) return 'paused';
  return /inactive|defunct|closed/.test(text) ? 'closed' : 'active';
}

// 0 to 100 is how feeds write “any age”; what stands the wrong way round is turned.
function agesOf(json: Json): Activity['ages'] {
  const eligibility = many(json['eligibilitys'])[0] ?? {};
  const from = number(json['minimum_age'] ?? eligibility['minimum_age']);
  // An oldest age of 0 is an empty field of somebody's database.
  const to = number(json['maximum_age'] ?? eligibility['maximum_age']) || undefined;
  const [least = 0, most = 999] = [from, to].map((age) => age ?? undefined);
  const [low, high] = least > most ? [most, least] : [least, most];
  return present<{ from: number; to: number }>({
    from: low > 0 ? low : undefined,
    to: high < 99 ? high : undefined,
  });
}

function costOf(json: Json): Activity['cost'] {
  const options = many(json['cost_options']).map((cost): CostOption => {
    const amount = number(cost['amount']);
    return present<CostOption>({
      label: line(cost['option']),
      pence: amount === undefined || amount < 0 ? undefined : Math.round(amount * 100),
      note: line(cost['amount_description']),
    });
  });
  const text = firstOf(json, ['fees_description', 'fees'], line);
  const prices = options.flatMap(({ pence }) => pence ?? []);
  const saysFree = /^(it is |this is )?free\b|^no (cost|charge|fee)/i.test(text ?? '');
  const isFree =
    prices.length > 0 ? prices.every((pence) => pence === 0) : saysFree ? true : undefined;
  return { options, ...present<{ isFree: boolean; text: string }>({ isFree, text }) };
}

function venuesOf(json: Json): Venue[] {
  const places = [
    ...many(json['service_at_locations']).map((at) => ({ ...one(at['location']), at })),
    ...many(json['locations']),
  ];
  const venues = places
    .filter((place) => line(one(place)['location_type']) !== 'virtual')
    .map((place) => venueOf(place))
    .filter(
      (venue) =>
        venue.name !== undefined || venue.address.length > 0 || venue.latitude !== undefined,
    );
  return [...new Map(venues.map((venue) => [JSON.stringify(venue), venue])).values()];
}

/** A venue of a location. Coordinates that are none, or in the sea off Africa, are left out. */
export function venueOf(location: Json): Venue {
  const address = many(location['addresses'] ?? location['physical_addresses'])[0] ?? {};
  const latitude = number(location['latitude']);
  const longitude = number(location['longitude']);
  const isPoint =
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    (latitude !== 0 || longitude !== 0);
  const postcode = line(address['postal_code'], 12);
  const said = many(location['accessibility'] ?? location['accessibility_for_disabilities'])
    .flatMap((part) => [
      line(part['description']),
      line(part['accessibility']),
      line(part['details']),
    ])
    .filter((text) => text !== undefined);
  const accessText = [...new Set(said)].join(' ');
  return {
    ...present<Venue>({
      name: line(location['name']) ?? line(location['alternate_name']),
      postcode: postcode === undefined ? undefined : formatPostcode(postcode),
      latitude: isPoint ? latitude : undefined,
      longitude: isPoint ? longitude : undefined,
      accessText: accessText === '' ? undefined : accessText,
    }),
    address: ['address_1', 'address_2', 'city'].flatMap((part) => line(address[part]) ?? []),
    access: accessIn(accessText),
  };
}

function attendanceOf(json: Json, texts: string, venues: readonly Venue[]): Activity['attendance'] {
  const isVirtual = many(json['service_at_locations']).some(
    (at) => line(one(at['location'])['location_type']) === 'virtual',
  );
  const ways = [
    ...attendanceIn(texts),
    ...(isVirtual ? (['online'] as const) : []),
    ...(venues.length > 0 ? (['in-person'] as const) : []),
  ];
  return [...new Set(ways)];
}

function areasOf(json: Json): Activity['areas'] {
  return many(json['service_areas']).flatMap((area) => {
    const name = firstOf(area, ['name', 'service_area'], line);
    if (name === undefined) return [];
    const code = outcodeIn(name);
    return [{ name, outcodes: code === undefined ? [] : [code], isEverywhere: isEverywhere(name) }];
  });
}

function sessionsOf(json: Json): Session[] {
  const own = schedulesOf(json);
  const ofPlaces = many(json['service_at_locations']).flatMap(schedulesOf);
  return [...own, ...ofPlaces].slice(0, 50).flatMap((schedule) => {
    const session = present<Session>({
      rule: ruleOf(schedule),
      from: date(schedule['dtstart'] ?? schedule['valid_from']),
      to: date(schedule['valid_to'] ?? schedule['until']),
      opens: clock(schedule['opens_at']),
      closes: clock(schedule['closes_at']),
      text: line(schedule['description']),
      bookingUrl: link(schedule['schedule_link']),
    });
    return Object.keys(session).length === 0 ? [] : [session];
  });
}

// Only parts that RFC 5545 knows and that are in their right form; the rest of a rule would be a guess.
function ruleOf(schedule: Json): string | undefined {
  const freq = /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/i.exec(line(schedule['freq']) ?? '')?.[0];
  if (freq === undefined) return undefined;
  const part = (
    name: string,
    pattern: RegExp,
    limits: (value: string) => boolean = () => true,
  ): string => {
    const value = (line(schedule[name]) ?? '').toUpperCase().replace(/\s/g, '');
    return pattern.test(value) && limits(value) ? `;${name.toUpperCase()}=${value}` : '';
  };
  const isWeekly = /WEEKLY/i.test(freq);
  const days = part(
    'byday',
    isWeekly
      ? /^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/
      : /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$/,
  );
  const interval = part('interval', /^[1-9]\d?$/, (value) => value !== '1');
  // Days of the month have no meaning in a weekly rule: RFC 5545, 3.3.10.
  const dates = isWeekly
    ? ''
    : part('bymonthday', /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*$/);
  return `FREQ=${freq.toUpperCase()}${interval}${days}${dates}`;
}

const languagesOf = (json: Json): string[] => [
  ...new Set(
    many(json['languages']).flatMap(
      (language) => languageTag(firstOf(language, ['code', 'language', 'name'], line) ?? '') ?? [],
    ),
  ),
];

function capacityOf(json: Json): Capacity | undefined {
  const [capacity] = many(json['capacities']);
  const wait = line(json['wait_time']);
  if (!capacity) return wait === undefined ? undefined : { state: 'ask', note: wait };
  const available = number(capacity['available']);
  return {
    state:
      available === undefined
        ? 'ask'
        : available > 0
          ? 'open'
          : wait === undefined
            ? 'full'
            : 'waiting-list',
    ...present<Capacity>({
      available,
      maximum: number(capacity['maximum']),
      note: wait ?? line(capacity['description']),
      updated: date(capacity['updated']),
    }),
  };
}

// The UK profile has no phones of its own, and yet feeds have them, at one place or another.
function contactOf(json: Json): Activity['contact'] {
  const organisation = one(json['organization']);
  const contacts = many(json['contacts']);
  const holders = [
    json,
    ...contacts,
    ...many(json['service_at_locations']).map((at) => one(at['location'])),
    organisation,
  ];
  const phones = holders.flatMap((holder) => many(holder['phones']));
  return present<Activity['contact']>({
    name: contacts.map((contact) => line(contact['name'])).find((name) => name !== undefined),
    phone: phones.map((phone) => line(phone['number'], 40)).find((phone) => phone !== undefined),
    email:
      email(json['email']) ??
      contacts.map((contact) => email(contact['email'])).find((one_) => one_ !== undefined) ??
      email(organisation['email']),
    website: link(json['url']) ?? firstOf(organisation, ['website', 'url'], link),
  });
}

const labels: Readonly<Record<string, string>> = {
  alternate_name: 'Also called',
  accreditations: 'Accreditations',
  eligibility_description: 'Who can come',
  application_process: 'How to apply',
  interpretation_services: 'Interpreters',
  required_documents: 'What to bring',
  additional_information: 'Also',
};

function moreOf(json: Json): Activity['more'] {
  const own = Object.entries(labels).flatMap(([name, label]) => {
    const text = line(json[name], 1000);
    return text === undefined ? [] : [{ label, text }];
  });
  const funding = many(json['funding'] ?? json['fundings']).flatMap(
    (source) => line(source['source']) ?? [],
  );
  const eligibility = many(json['eligibilitys']).flatMap((one_) => line(one_['eligibility']) ?? []);
  const unknown = many(json['languages']).flatMap((language) => {
    const name = firstOf(language, ['name', 'language'], line);
    return name === undefined || languageTag(name) !== undefined ? [] : [name];
  });
  return [
    ...own,
    ...eligibility.map((text) => ({ label: 'Who can come', text })),
    ...unknown.map((text) => ({ label: 'Language', text })),
    ...funding.map((text) => ({ label: 'Paid for by', text })),
  ];
}
