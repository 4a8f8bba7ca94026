import type { Activity, CostOption, Venue } from '../../contract/activity.js';
import { agesBetween } from './ages-between.js';
import { attendanceIn, joiningIn, languageTag } from './guess.js';
import {
  type Json,
  date,
  email,
  firstOf,
  line,
  link,
  many,
  number,
  one,
  paragraphs,
  phone,
  present,
} from './json.js';
import { capacityOf } from './read-capacity.js';
import { areaNamed, venuesOf } from './read-place.js';
import { schedulesOf, sessionsOf } from './read-sessions.js';
import type { Extent, FeedRecord, Read } from './record.js';

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
  const extents = extentsOf(json);
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
    extents: extents.filter(({ extent }) => extent !== undefined && extent !== null),
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
      areas: extents.flatMap(({ name: area }) => areaNamed(area)),
      sessions: sessionsOf(json),
      languages: languagesOf(json),
      joining,
      contact: contactOf(json),
      more: moreOf(json),
    },
  };
}

const textsOf = (json: Json, names: readonly string[]): string =>
  [json, ...schedulesOf(json), ...many(json['service_at_locations'])]
    .flatMap((part) => names.map((name) => line(part[name]) ?? ''))
    .join(' ');

function subjectsOf(
  json: Json,
): readonly { readonly name: string; readonly id: readonly string[] }[] {
  const attributes = many(json['attributes']).map((attribute) => one(attribute['taxonomy_term']));
  const old = many(json['service_taxonomys'] ?? json['service_taxonomies']).map((taxonomy) =>
    one(taxonomy['taxonomy']),
  );
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

const freeMail =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|mail|gmx|proton|protonmail|pm|zoho|fastmail|btinternet|btopenworld|bt|talktalk|talk21|sky|virginmedia|virgin|ntlworld|blueyonder|tiscali|plus|o2|orange|ee)\.(co\.|com\.)?[a-z]{2,3}$/;

// A person's own address is nobody's business; the organisation behind it says who checked.
function assurer(value: unknown): string | undefined {
  const domain = email(value)?.split('@')[1]?.toLowerCase();
  return domain === undefined || freeMail.test(domain) ? undefined : domain;
}

function statusOf(value: unknown): Activity['status'] {
  const text = line(value)?.toLowerCase() ?? '';
  if (/temporar|suspended|paused/.test(text)) return 'paused';
  return /inactive|defunct|closed/.test(text) ? 'closed' : 'active';
}

function agesOf(json: Json): Activity['ages'] {
  const groups = eligibilityOf(json);
  const all = (name: string): readonly number[] =>
    groups.flatMap((one_) => number(one_[name]) ?? []);
  const [from, to] = [all('minimum_age'), all('maximum_age')];
  return agesBetween(
    number(json['minimum_age']) ?? (from.length > 0 ? Math.min(...from) : undefined),
    number(json['maximum_age']) ?? (to.length > 0 ? Math.max(...to) : undefined),
  );
}

const eligibilityOf = (json: Json): readonly Json[] =>
  many(json['eligibilitys'] ?? json['eligibilities']);

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

const extentsOf = (json: Json): readonly Extent[] =>
  [json, ...many(json['service_at_locations'])]
    .flatMap((holder) => many(holder['service_areas']))
    .map((area) => ({
      name: firstOf(area, ['name', 'service_area'], line),
      extent: area['extent'],
    }));

const languagesOf = (json: Json): string[] => [
  ...new Set(
    many(json['languages']).flatMap(
      (language) => languageTag(firstOf(language, ['code', 'language', 'name'], line) ?? '') ?? [],
    ),
  ),
];

// The UK profile has no phones of its own, and yet feeds have them, at one place or another.
function contactOf(json: Json): Activity['contact'] {
  const organisation = one(json['organization']);
  const contacts = many(json['contacts']);
  const holders = [
    json,
    ...contacts,
    ...many(json['service_at_locations']).flatMap((at) => [at, one(at['location'])]),
    organisation,
  ];
  const phones = holders.flatMap((holder) => many(holder['phones']));
  return present<Activity['contact']>({
    name: contacts.map((contact) => line(contact['name'])).find((name) => name !== undefined),
    phone: phones.map((one_) => phone(one_['number'])).find((number_) => number_ !== undefined),
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
  const eligibility = eligibilityOf(json).flatMap((one_) => line(one_['eligibility']) ?? []);
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
