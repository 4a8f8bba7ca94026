import type { AccessFeature, Activity, Venue } from '../../src/directory/contract/activity.js';
import { findOutcode } from '../geography/places.js';
import { partId, serviceAtLocationId } from './ids.js';
import { withoutEmpty } from './valid-members.js';

type Json = Readonly<Record<string, unknown>>;

const accessDescriptions: Readonly<Record<AccessFeature, string>> = {
  'step-free': 'Step-free access',
  'accessible-toilet': 'Accessible toilet',
  parking: 'Parking',
  'hearing-loop': 'Hearing loop',
  'sign-language': 'Sign language',
  'quiet-space': 'Quiet space',
  'public-transport': 'Near public transport',
  'carers-welcome': 'Carers welcome',
};

/** The `service_at_location` of an activity at one of its venues. */
export function serviceAtLocation({ id, venues }: Activity, position: number): Json {
  const venue = venues[position];
  const location = venue && locationOf(venue);
  return withoutEmpty({
    id: serviceAtLocationId(id, position),
    service_id: id,
    location_id: location?.['id'],
    location,
  });
}

/** The `location` of a venue; the same venue of several activities gets the same id. */
function locationOf(venue: Venue): Json {
  const { name, address, postcode, latitude, longitude, access, accessText } = venue;
  const id = partId(
    'location',
    name ?? '',
    JSON.stringify([address, postcode, latitude, longitude]),
  );
  const descriptions = [
    ...access.map((feature) => accessDescriptions[feature]),
    ...(accessText ? [accessText] : []),
  ];
  return withoutEmpty({
    id,
    location_type: 'physical',
    name,
    latitude,
    longitude,
    addresses: address.length > 0 || postcode !== undefined ? [addressOf(venue, id)] : [],
    accessibility: descriptions.map((description, at) => ({
      id: partId(id, 'accessibility', at),
      location_id: id,
      description,
    })),
  });
}

// The UK profile requires these members even if the address has no value for some of them.
function addressOf({ address, postcode = '' }: Venue, location: string): Json {
  const [first = '', ...rest] = address;
  const city = rest.pop() ?? '';
  return {
    ...withoutEmpty({ address_2: rest.join(', ') }),
    id: partId(location, 'address', 0),
    location_id: location,
    address_1: first,
    city,
    state_province: findOutcode(postcode.split(' ')[0] ?? '')?.district ?? '',
    postal_code: postcode,
    country: 'GB',
    address_type: 'physical',
  };
}
