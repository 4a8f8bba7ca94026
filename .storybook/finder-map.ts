import { showOnMap as show } from '../src/directory/finder/map/finder-map.js';
import { isMapUnavailable } from './map-availability.js';

/** The code of the map that the finder loads, unless a story has made it unavailable. */
export const showOnMap: typeof show = (...drawn) => {
  if (isMapUnavailable()) throw new TypeError('Failed to fetch dynamically imported module');
  return show(...drawn);
};
