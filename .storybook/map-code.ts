import { showOnMap as show } from '../src/elements/activity-finder/finder-map.js';
import { isMapAway } from './map-away.js';

/** What the finder loads for its map, unless a story lets it be away. */
export const showOnMap: typeof show = (...drawn) => {
  if (isMapAway()) throw new TypeError('Failed to fetch dynamically imported module');
  return show(...drawn);
};
