import { activityId } from '../directory/contract/activity-id.js';

/** Derives the UUID of a part that has no id of its own; Open Referral requires one for every part. */
export const partId = (owner: string, kind: string, key: string | number): string =>
  activityId(owner, kind, String(key));

/** The number of venues of one activity that have an id of their own. */
export const maxVenues = 255;

/**
 * The id of an activity at one of its venues: the activity's id with another last byte, so that the activity can be
 * found by it.
 */
export const serviceAtLocationId = (id: string, position: number): string => {
  const last = (Number.parseInt(id.slice(-2), 16) ^ (position + 1)) & 0xff;
  return id.slice(0, -2) + last.toString(16).padStart(2, '0');
};

/** All activities and venue positions to which the id of an activity at a venue can belong. */
export const possibleActivities = (
  id: string,
): readonly { readonly id: string; readonly position: number }[] =>
  Array.from({ length: maxVenues }, (_, position) => ({
    id: serviceAtLocationId(id, position),
    position,
  }));
