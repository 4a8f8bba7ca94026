import { activityId } from '../directory/activity-id.js';

/** The id of something that has none of its own: Open Referral wants a UUID for every part. */
export const partId = (owner: string, kind: string, key: string | number): string =>
  activityId(owner, kind, String(key));

/** How many venues of one activity can be asked for by an id of their own. */
export const mostVenues = 255;

// The id of a venue's entry is that of its activity with another last byte, so that the activity can be found by it.
const atPosition = (id: string, position: number): string => {
  const last = (Number.parseInt(id.slice(-2), 16) ^ (position + 1)) & 0xff;
  return id.slice(0, -2) + last.toString(16).padStart(2, '0');
};

/** The id of an activity at one of its venues. */
export const serviceAtLocationId = atPosition;

/** Every activity and venue that may be meant by the id of an activity at a venue. */
export const activitiesMeant = (
  id: string,
): readonly { readonly id: string; readonly position: number }[] =>
  Array.from({ length: mostVenues }, (_, position) => ({ id: atPosition(id, position), position }));
