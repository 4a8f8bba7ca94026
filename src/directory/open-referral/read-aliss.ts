import type { Activity, Venue } from '../contract/activity.js';
import { withoutUndefined } from '../../core/record.js';
import { ageRange } from './age-range.js';
import { accessIn } from './guess.js';
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
import { areaNamed, pointOf, postcodeOf, venuesIn } from './read-place.js';
import { type FeedRecord, type RecordResult, readNamed } from './record.js';

/** Reads a service from versions 4 and 5 of the ALISS API. */
export const readAliss = (json: Json): RecordResult => readNamed(json, recordOf);

function recordOf(json: Json, sourceId: string, name: string): FeedRecord {
  const terms = linesOf(json['categories'], 'name', 120);
  const features = asObjects(json['accessibility_features']);
  const venues = venuesIn(
    asObjects(json['locations']).map((location) =>
      venueOf(
        location,
        features.filter((feature) => belongsTo(feature, location)).map(featureText),
      ),
    ),
  );
  const reviewed = asDate(json['last_reviewed']);
  return {
    sourceId,
    subjects: [...terms, ...linesOf(json['categories'], 'slug', 120)],
    activity: withoutUndefined({
      name,
      summary: asLine(json['summary']),
      description: asParagraphs(json['description']),
      organisation: organisationOf(asObject(json['organisation'])),
      checked: reviewed === undefined ? undefined : { date: reviewed, by: 'ALISS' },
      updated: asDate(json['last_updated']),
      page: firstOf(json, ['aliss_url', 'permalink'], asLink),
      status: 'active' as const,
      terms: [...new Set(terms)].slice(0, 40),
      ages: agesOf(json),
      cost: { options: [] },
      attendance: venues.length > 0 ? ['in-person' as const] : [],
      venues,
      areas: asObjects(json['service_areas']).flatMap((area) => areaNamed(asLine(area['name']))),
      sessions: [],
      languages: [],
      joining: [],
      contact: withoutUndefined({
        phone: asPhone(json['phone']),
        email: asEmail(json['email']),
        website: asLink(json['url']),
        referralUrl: asLink(json['referral_url']),
      }),
      more: features.map((feature) => ({ label: 'Access', text: featureText(feature) })),
    }),
  };
}

function organisationOf(json: Json): Activity['organisation'] {
  const name = asLine(json['name'], 200);
  if (name === undefined) return undefined;
  return withoutUndefined({
    name,
    identifiers: [],
    website: asLink(json['url']),
    logo: asLink(json['logo']),
  });
}

const featureText = (feature: Json): string =>
  [asLine(feature['name']), asLine(feature['additional_info'])]
    .filter((part) => part !== undefined)
    .join(': ');

// A feature without a location belongs to every location of the service.
const belongsTo = (feature: Json, location: Json): boolean => {
  const of = asLine(feature['location_id']);
  return of === undefined || of === asLine(location['id']);
};

const venueOf = (location: Json, features: readonly string[]): Venue =>
  withoutUndefined({
    name: asLine(location['name']),
    postcode: postcodeOf(location['postal_code']),
    ...pointOf(location),
    address: ['street_address', 'locality', 'region'].flatMap(
      (part) => asLine(location[part]) ?? [],
    ),
    access: accessIn(features.join(' ')),
  });

function agesOf(json: Json): Activity['ages'] {
  const range =
    asObjects(json['community_groups']).find((group) => group['is_range'] === true) ?? {};
  return ageRange(asNumber(range['min']), asNumber(range['max']));
}

/** The licence and the sources that ALISS requires to be credited, from the `meta` of any response. */
export function attributionOf(json: Json): Pick<Activity['source'], 'licence' | 'attribution'> {
  const meta = asObject(json['meta']);
  const licence = asLine(meta['licence'], 200);
  const name = /creativecommons\.org\/licenses\/by\/4/.test(licence ?? '') ? 'CC BY 4.0' : licence;
  return withoutUndefined({
    licence: name === undefined ? undefined : withoutUndefined({ name, url: asLink(licence) }),
    attribution: asObjects(meta['attribution']).flatMap((credit) => {
      const text = asLine(credit['text']);
      return text === undefined ? [] : [withoutUndefined({ text, url: asLink(credit['url']) })];
    }),
  });
}
