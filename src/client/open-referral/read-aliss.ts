import type { Activity, Attribution, Venue } from '../../contract/activity.js';
import { formatPostcode } from '../../contract/postcode-form.js';
import { accessIn, isEverywhere } from './guess.js';
import {
  type Json,
  date,
  email,
  line,
  link,
  many,
  number,
  one,
  paragraphs,
  present,
} from './json.js';
import type { Read } from './record.js';

/** Reads a service of ALISS, as versions 4 and 5 of its API give it. */
export function readAliss(json: Json): Read {
  const sourceId = line(json['id'], 120);
  const name = line(json['name'], 200);
  if (sourceId === undefined)
    return { ok: false, refused: { id: name ?? '', field: 'id', reason: 'is missing' } };
  if (name === undefined)
    return { ok: false, refused: { id: sourceId, field: 'name', reason: 'is missing' } };
  const categories = many(json['categories']);
  const terms = categories.flatMap((category) => line(category['name'], 120) ?? []);
  const slugs = categories.flatMap((category) => line(category['slug'], 120) ?? []);
  const organisation = one(json['organisation']);
  const organiser = line(organisation['name'], 200);
  const features = many(json['accessibility_features']).map((feature) =>
    [line(feature['name']), line(feature['additional_info'])]
      .filter((part) => part !== undefined)
      .join(': '),
  );
  const venues = many(json['locations']).map((location) => venueOf(location, features));
  const reviewed = date(json['last_reviewed']);
  return {
    ok: true,
    record: {
      sourceId,
      subjects: [...terms, ...slugs],
      activity: {
        name,
        ...present<Activity>({
          summary: line(json['summary']),
          description: paragraphs(json['description']),
          organisation:
            organiser === undefined
              ? undefined
              : {
                  name: organiser,
                  identifiers: [],
                  ...present<{ website: string }>({ website: link(organisation['url']) }),
                },
          checked: reviewed === undefined ? undefined : { date: reviewed, by: 'ALISS' },
          updated: date(json['last_updated']),
        }),
        ...present<{ page: string }>({ page: link(json['aliss_url']) ?? link(json['permalink']) }),
        status: 'active',
        terms,
        ages: agesOf(json),
        cost: { options: [] },
        attendance: venues.length > 0 ? ['in-person'] : [],
        venues,
        areas: many(json['service_areas']).flatMap((area) => {
          const area_ = line(area['name']);
          return area_ === undefined
            ? []
            : [{ name: area_, outcodes: [], isEverywhere: isEverywhere(area_) }];
        }),
        sessions: [],
        languages: [],
        joining: [],
        contact: present<Activity['contact']>({
          phone: line(json['phone'], 40),
          email: email(json['email']),
          website: link(json['url']),
          referralUrl: link(json['referral_url']),
        }),
        more: features.map((text) => ({ label: 'Access', text })),
      },
    },
  };
}

function venueOf(location: Json, features: readonly string[]): Venue {
  const latitude = number(location['latitude']);
  const longitude = number(location['longitude']);
  const isPoint =
    latitude !== undefined && longitude !== undefined && (latitude !== 0 || longitude !== 0);
  const postcode = line(location['postal_code'], 12);
  return {
    ...present<Venue>({
      name: line(location['name']),
      postcode: postcode === undefined ? undefined : formatPostcode(postcode),
      latitude: isPoint ? latitude : undefined,
      longitude: isPoint ? longitude : undefined,
    }),
    address: ['street_address', 'locality', 'region'].flatMap((part) => line(location[part]) ?? []),
    access: accessIn(features.join(' ')),
  };
}

function agesOf(json: Json): Activity['ages'] {
  const range = many(json['community_groups']).find((group) => group['is_range'] === true) ?? {};
  return present<{ from: number; to: number }>({
    from: number(range['min']),
    to: number(range['max']),
  });
}

/** The licence and the sources that ALISS wants named, from the `meta` of any of its answers. */
export function attributionOf(json: Json): {
  readonly licence?: { readonly name: string; readonly url?: string };
  readonly attribution: readonly Attribution[];
} {
  const meta = one(json['meta']);
  const licence = line(meta['licence'], 200);
  return {
    ...(licence === undefined
      ? {}
      : {
          licence: {
            name: /creativecommons\.org\/licenses\/by\/4/.test(licence) ? 'CC BY 4.0' : licence,
            ...present<{ url: string }>({ url: link(licence) }),
          },
        }),
    attribution: many(meta['attribution']).flatMap((one_) => {
      const text = line(one_['text']);
      return text === undefined
        ? []
        : [{ text, ...present<{ url: string }>({ url: link(one_['url']) }) }];
    }),
  };
}
