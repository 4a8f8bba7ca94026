import { isRecord } from '../../core/record.js';
import { type Json, firstOf, asLine, asObjects, asObject } from './json.js';
import { readAliss } from './read-aliss.js';
import { readService } from './read-service.js';
import type { FeedKind, RecordResult } from './record.js';

/** The records of a feed's response, which may be a list, a single record, or have its list in `contents`, `content` or `data`. */
export function listIn(json: unknown): readonly Json[] {
  if (Array.isArray(json)) return asObjects(json);
  const page = asObject(json);
  for (const name of ['contents', 'content', 'data'])
    if (Array.isArray(page[name])) return asObjects(page[name]);
  const single = asObject(page['data']);
  if ('id' in single) return [single];
  return 'id' in page || 'name' in page ? [page] : [];
}

/** Whether a response contains a list, which may be empty; an error message in JSON does not. */
export const isListing = (json: unknown): boolean =>
  Array.isArray(json) ||
  listIn(json).length > 0 ||
  ['contents', 'content', 'data'].some((name) => Array.isArray(asObject(json)[name]));

/** The kind of feed from which a response comes; `undefined` if it is not recognised. */
export function kindOf(json: unknown): FeedKind | undefined {
  const page = asObject(json);
  if (isRecord(page['meta']) && 'data' in page) return 'aliss';
  const version = asLine(page['version']) ?? '';
  if (/hsds-uk-3|^3\.|hsds.*3/i.test(version)) return 'open-referral-3';
  if (/1\.0/.test(version)) return 'open-referral-1';
  if ('totalElements' in page || Array.isArray(page['content'])) return 'open-referral-1';
  const [first = {}] = listIn(json);
  if ('service_taxonomys' in first || 'eligibilitys' in first) return 'open-referral-1';
  if ('aliss_url' in first || 'accessibility_features' in first) return 'aliss';
  return 'contents' in page || 'id' in first ? 'open-referral-3' : undefined;
}

// Members that other types of records have and services do not.
const otherRecords: readonly (readonly [string, readonly string[]])[] = [
  ['a location', ['location_type', 'latitude']],
  [
    'a subject',
    ['taxonomy', 'taxonomy_detail', 'term_uri', 'parent_id', 'vocabulary', 'sub_categories'],
  ],
  ['a list of subjects', ['taxonomy_terms', 'version']],
  ['an organisation', ['website', 'logo', 'legal_status', 'parent_organization_id', 'services']],
];

function otherRecordType(json: Json): string | undefined {
  if (
    ['organization', 'organisation', 'status', 'service_at_locations'].some((name) => name in json)
  )
    return undefined;
  if (/\/organisations\//.test(asLine(json['aliss_url']) ?? '')) return 'an organisation';
  return otherRecords.find(([, names]) => names.some((name) => name in json))?.[0];
}

/**
 * Reads an entry of a list: a service, a service at a location, or an organisation with its services, which gives one
 * result for each service.
 */
export function readRecord(kind: FeedKind, json: Json): readonly RecordResult[] {
  const services = asObjects(json['services']);
  if (services.length > 0 && !('organization' in json))
    return services.map((service) =>
      readOne(kind, { organization: json, organisation: json, ...service }),
    );
  if (isRecord(json['service'])) {
    const { service, ...place } = json;
    const read = readService({
      ...service,
      service_at_locations: [...asObjects(service['service_at_locations']), place],
    });
    return [read.ok ? { ok: true, record: { ...read.record, isPart: true } } : read];
  }
  const other = otherRecordType(json);
  if (other === undefined) return [readOne(kind, json)];
  const id = firstOf(json, ['id', 'name'], asLine) ?? '';
  return [{ ok: false, refused: { id, field: 'record', reason: `is ${other}, not a service` } }];
}

const readOne = (kind: FeedKind, json: Json): RecordResult =>
  kind === 'aliss' ? readAliss(json) : readService(json);
