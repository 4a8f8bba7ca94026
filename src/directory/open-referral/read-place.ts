import type { Activity, Venue } from '../contract/activity.js';
import { formatPostcode } from '../../core/contract/postcode.js';
import { accessIn, isEverywhere, outcodeIn } from './guess.js';
import { withoutUndefined } from '../../core/record.js';
import { type Json, asLine, asNumber, asObject, asObjects, firstOf, unique } from './json.js';

/** The venues of a service, without virtual locations. */
export function venuesOf(json: Json): Venue[] {
  const places = [
    ...asObjects(json['service_at_locations']).map((at) => ({ ...asObject(at['location']), at })),
    ...asObjects(json['locations']),
  ];
  return venuesIn(
    places.filter((place) => asLine(asObject(place)['location_type']) !== 'virtual').map(venueOf),
  );
}

/** Venues that have a name, address, postcode or coordinates, without duplicates. */
export function venuesIn(all: readonly Venue[]): Venue[] {
  return unique(
    all.filter(
      ({ name, address, latitude, postcode }) =>
        address.length > 0 || [name, latitude, postcode].some((value) => value !== undefined),
    ),
  );
}

/** The coordinates of a location; none if they are invalid or 0, 0, which feeds use for unknown. */
export function pointOf(location: Json): Pick<Venue, 'latitude' | 'longitude'> {
  const latitude = asNumber(location['latitude']);
  const longitude = asNumber(location['longitude']);
  return latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    (latitude !== 0 || longitude !== 0)
    ? { latitude, longitude }
    : {};
}

/** A postcode in its usual form. */
export const postcodeOf = (value: unknown): string | undefined => {
  const text = asLine(value, 12);
  return text === undefined ? undefined : formatPostcode(text);
};

function venueOf(location: Json): Venue {
  const address = asObjects(location['addresses'] ?? location['physical_addresses'])[0] ?? {};
  const texts = asObjects(
    location['accessibility'] ?? location['accessibility_for_disabilities'],
  ).flatMap((part) =>
    ['description', 'accessibility', 'details'].flatMap((name) => asLine(part[name]) ?? []),
  );
  const accessText = [...new Set(texts)].join(' ');
  return withoutUndefined({
    name: firstOf(location, ['name', 'alternate_name'], asLine),
    postcode: postcodeOf(address['postal_code']),
    ...pointOf(location),
    accessText: accessText === '' ? undefined : accessText,
    address: ['address_1', 'address_2', 'city'].flatMap((part) => asLine(address[part]) ?? []),
    access: accessIn(accessText),
  });
}

/** An area from its name; a name that is an outward code also gives that code. */
export function areaNamed(name: string | undefined): Activity['areas'] {
  if (name === undefined) return [];
  const code = outcodeIn(name);
  return [{ name, outcodes: code === undefined ? [] : [code], isEverywhere: isEverywhere(name) }];
}
