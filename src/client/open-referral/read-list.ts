import { isRecord } from '../../shared/record.js';
import { type Json, firstOf, line, many, one } from './json.js';
import { readAliss } from './read-aliss.js';
import { readService } from './read-service.js';
import type { FeedKind, Read } from './record.js';

/** The records in an answer of a feed, whatever it calls its list: `contents`, `content`, `data` or nothing at all. */
export function listIn(json: unknown): readonly Json[] {
  if (Array.isArray(json)) return many(json);
  const page = one(json);
  for (const name of ['contents', 'content', 'data'])
    if (Array.isArray(page[name])) return many(page[name]);
  const single = one(page['data']);
  if ('id' in single) return [single];
  return 'id' in page || 'name' in page ? [page] : [];
}

/** Whether an answer is a list, even an empty one; a message of trouble is none, although it is JSON. */
export const isListing = (json: unknown): boolean =>
  Array.isArray(json) ||
  listIn(json).length > 0 ||
  ['contents', 'content', 'data'].some((name) => Array.isArray(one(json)[name]));

/** What kind of feed an answer is from; nothing when it looks like none. */
export function kindOf(json: unknown): FeedKind | undefined {
  const page = one(json);
  if (isRecord(page['meta']) && 'data' in page) return 'aliss';
  const version = line(page['version']) ?? '';
  if (/hsds-uk-3|^3\.|hsds.*3/i.test(version)) return 'open-referral-3';
  if (/1\.0/.test(version)) return 'open-referral-1';
  if ('totalElements' in page || Array.isArray(page['content'])) return 'open-referral-1';
  const [first = {}] = listIn(json);
  if ('service_taxonomys' in first || 'eligibilitys' in first) return 'open-referral-1';
  if ('aliss_url' in first || 'accessibility_features' in first) return 'aliss';
  return 'contents' in page || 'id' in first ? 'open-referral-3' : undefined;
}

// What each other kind of record has and a service has not.
const others: readonly (readonly [string, readonly string[]])[] = [
  ['a location', ['location_type', 'latitude']],
  [
    'a subject',
    ['taxonomy', 'taxonomy_detail', 'term_uri', 'parent_id', 'vocabulary', 'sub_categories'],
  ],
  ['a list of subjects', ['taxonomy_terms', 'version']],
  ['an organisation', ['website', 'logo', 'legal_status', 'parent_organization_id', 'services']],
];

function otherThanService(json: Json): string | undefined {
  if (
    ['organization', 'organisation', 'status', 'service_at_locations'].some((name) => name in json)
  )
    return undefined;
  if (/\/organisations\//.test(line(json['aliss_url']) ?? '')) return 'an organisation';
  return others.find(([, names]) => names.some((name) => name in json))?.[0];
}

/**
 * Reads a record of a list: a service, a service at a location, or an organisation with its services, which
 * gives one record for each.
 */
export function readRecord(kind: FeedKind, json: Json): readonly Read[] {
  const services = many(json['services']);
  if (services.length > 0 && !('organization' in json))
    return services.map((service) =>
      readOne(kind, { organization: json, organisation: json, ...service }),
    );
  if (isRecord(json['service'])) {
    const { service, ...place } = json;
    const read = readService({
      ...service,
      service_at_locations: [...many(service['service_at_locations']), place],
    });
    return [read.ok ? { ok: true, record: { ...read.record, isPart: true } } : read];
  }
  const other = otherThanService(json);
  if (other === undefined) return [readOne(kind, json)];
  const id = firstOf(json, ['id', 'name'], line) ?? '';
  return [{ ok: false, refused: { id, field: 'record', reason: `is ${other}, not a service` } }];
}

const readOne = (kind: FeedKind, json: Json): Read =>
  kind === 'aliss' ? readAliss(json) : readService(json);
