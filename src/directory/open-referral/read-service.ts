import type { Activity, CostOption, Venue } from '../contract/activity.js';
import { withoutUndefined } from '../../core/record.js';
import { ageRange } from './age-range.js';
import { attendanceIn, joiningIn, languageTag } from './guess.js';
import {
  type Json,
  asDate,
  asEmail,
  asLine,
  asLink,
  asNumber,
  asObject,
  asObjects,
  asParagraphs,
  asPhone,
  firstOf,
  linesOf,
} from './json.js';
import { capacityOf } from './read-capacity.js';
import { areaNamed, venuesOf } from './read-place.js';
import { schedulesOf, sessionsOf } from './read-sessions.js';
import { type Extent, type FeedRecord, type RecordResult, readNamed } from './record.js';

/** Reads a service of Open Referral UK 3 or 1, or of HSDS 3.1, complete or as it appears in lists. */
export const readService = (json: Json): RecordResult => readNamed(json, recordOf);

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
  const checked = asDate(json['assured_date'] ?? json['last_assured']);
  return {
    sourceId,
    subjects: subjects.flatMap(({ name: label, id }) => [label, ...id]),
    extents: extents.filter(({ extent }) => extent !== undefined && extent !== null),
    activity: withoutUndefined({
      name,
      summary: asLine(json['summary'] ?? json['short_description']),
      description: asParagraphs(json['description']),
      alert: asLine(json['alert']),
      organisation: organisationOf(asObject(json['organization'])),
      capacity: capacityOf(json),
      isOpenToSelfReferral:
        joining.length === 0 ? undefined : joining.some((way) => way !== 'referral'),
      checked:
        checked === undefined
          ? undefined
          : withoutUndefined({ date: checked, by: assuringDomain(json['assurer_email']) }),
      updated: asDate(json['last_modified']),
      page: asLink(json['url']),
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
    }),
  };
}

const textsOf = (json: Json, names: readonly string[]): string =>
  [json, ...schedulesOf(json), ...asObjects(json['service_at_locations'])]
    .flatMap((part) => names.map((name) => asLine(part[name]) ?? ''))
    .join(' ');

function subjectsOf(
  json: Json,
): readonly { readonly name: string; readonly id: readonly string[] }[] {
  const attributes = asObjects(json['attributes']).map((attribute) =>
    asObject(attribute['taxonomy_term']),
  );
  const old = asObjects(json['service_taxonomys'] ?? json['service_taxonomies']).map((taxonomy) =>
    asObject(taxonomy['taxonomy']),
  );
  return [...attributes, ...old].flatMap((term) => {
    const name = asLine(term['name'], 120);
    const id = asLine(term['id'], 120);
    const scheme = firstOf(term, ['taxonomy', 'vocabulary'], asLine);
    if (name === undefined) return [];
    if (id === undefined) return [{ name, id: [] }];
    return [{ name, id: scheme === undefined ? [id] : [id, `${scheme}:${id}`] }];
  });
}

function organisationOf(json: Json): Activity['organisation'] {
  const name = asLine(json['name'], 200);
  if (name === undefined) return undefined;
  return withoutUndefined({
    name,
    website: firstOf(json, ['website', 'url', 'uri'], asLink),
    logo: asLink(json['logo']),
    identifiers: asObjects(json['organization_identifiers']).flatMap((identifier) => {
      const id = asLine(identifier['identifier'], 60);
      const scheme = firstOf(identifier, ['identifier_scheme', 'identifier_type'], asLine);
      return id === undefined || scheme === undefined ? [] : [{ scheme, id }];
    }),
  });
}

const publicEmailDomain =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|mail|gmx|proton|protonmail|pm|zoho|fastmail|btinternet|btopenworld|bt|talktalk|talk21|sky|virginmedia|virgin|ntlworld|blueyonder|tiscali|plus|o2|orange|ee)\.(co\.|com\.)?[a-z]{2,3}$/;

// The domain of an organisation shows who checked the record. The mail address of a person is not published.
function assuringDomain(value: unknown): string | undefined {
  const domain = asEmail(value)?.split('@')[1]?.toLowerCase();
  return domain === undefined || publicEmailDomain.test(domain) ? undefined : domain;
}

function statusOf(value: unknown): Activity['status'] {
  const text = asLine(value)?.toLowerCase() ?? '';
  if (/temporar|suspended|paused/.test(text)) return 'paused';
  return /inactive|defunct|closed/.test(text) ? 'closed' : 'active';
}

function agesOf(json: Json): Activity['ages'] {
  const groups = eligibilityOf(json);
  const all = (name: string): readonly number[] =>
    groups.flatMap((entry) => asNumber(entry[name]) ?? []);
  const [from, to] = [all('minimum_age'), all('maximum_age')];
  return ageRange(
    asNumber(json['minimum_age']) ?? (from.length > 0 ? Math.min(...from) : undefined),
    asNumber(json['maximum_age']) ?? (to.length > 0 ? Math.max(...to) : undefined),
  );
}

const eligibilityOf = (json: Json): readonly Json[] =>
  asObjects(json['eligibilitys'] ?? json['eligibilities']);

function costOf(json: Json): Activity['cost'] {
  const options = asObjects(json['cost_options']).map((cost): CostOption => {
    const amount = asNumber(cost['amount']);
    return withoutUndefined({
      label: asLine(cost['option']),
      pence: amount === undefined || amount < 0 ? undefined : Math.round(amount * 100),
      note: asLine(cost['amount_description']),
    });
  });
  const text = firstOf(json, ['fees_description', 'fees'], asLine);
  const prices = options.flatMap(({ pence }) => pence ?? []);
  const saysFree = /^(it is |this is )?free\b|^no (cost|charge|fee)/i.test(text ?? '');
  const isFree =
    prices.length > 0 ? prices.every((pence) => pence === 0) : saysFree ? true : undefined;
  return withoutUndefined({ options, isFree, text });
}

function attendanceOf(json: Json, texts: string, venues: readonly Venue[]): Activity['attendance'] {
  const isVirtual = asObjects(json['service_at_locations']).some(
    (at) => asLine(asObject(at['location'])['location_type']) === 'virtual',
  );
  const ways = [
    ...attendanceIn(texts),
    ...(isVirtual ? (['online'] as const) : []),
    ...(venues.length > 0 ? (['in-person'] as const) : []),
  ];
  return [...new Set(ways)];
}

const extentsOf = (json: Json): readonly Extent[] =>
  [json, ...asObjects(json['service_at_locations'])]
    .flatMap((holder) => asObjects(holder['service_areas']))
    .map((area) => ({
      name: firstOf(area, ['name', 'service_area'], asLine),
      extent: area['extent'],
    }));

const languagesOf = (json: Json): string[] => [
  ...new Set(
    asObjects(json['languages']).flatMap(
      (language) =>
        languageTag(firstOf(language, ['code', 'language', 'name'], asLine) ?? '') ?? [],
    ),
  ),
];

// The UK profile has no phone numbers, but feeds include them in various places.
function contactOf(json: Json): Activity['contact'] {
  const organisation = asObject(json['organization']);
  const contacts = asObjects(json['contacts']);
  const holders = [
    json,
    ...contacts,
    ...asObjects(json['service_at_locations']).flatMap((at) => [at, asObject(at['location'])]),
    organisation,
  ];
  const phones = holders.flatMap((holder) => asObjects(holder['phones']));
  return withoutUndefined({
    name: linesOf(contacts, 'name')[0],
    phone: phones.flatMap((entry) => asPhone(entry['number']) ?? [])[0],
    email: [json, ...contacts, organisation].flatMap((holder) => asEmail(holder['email']) ?? [])[0],
    website: asLink(json['url']) ?? firstOf(organisation, ['website', 'url'], asLink),
  });
}

const moreLabels: Readonly<Record<string, string>> = {
  alternate_name: 'Also called',
  accreditations: 'Accreditations',
  eligibility_description: 'Who can come',
  application_process: 'How to apply',
  interpretation_services: 'Interpreters',
  required_documents: 'What to bring',
  additional_information: 'Also',
};

function moreOf(json: Json): Activity['more'] {
  const own = Object.entries(moreLabels).flatMap(([name, label]) =>
    linesOf(json, name, 1000).map((text) => ({ label, text })),
  );
  const funding = linesOf(json['funding'] ?? json['fundings'], 'source');
  const eligibility = linesOf(eligibilityOf(json), 'eligibility');
  const unknown = asObjects(json['languages']).flatMap((language) => {
    const name = firstOf(language, ['name', 'language'], asLine);
    return name === undefined || languageTag(name) !== undefined ? [] : [name];
  });
  return [
    ...own,
    ...eligibility.map((text) => ({ label: 'Who can come', text })),
    ...unknown.map((text) => ({ label: 'Language', text })),
    ...funding.map((text) => ({ label: 'Paid for by', text })),
  ];
}
