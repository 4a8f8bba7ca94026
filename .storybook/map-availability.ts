let isAway = false;

/** Whether the code of the map is unavailable. */
export const isMapUnavailable = (): boolean => isAway;

/** Makes the code of the map unavailable, as a failing network would, or available again. */
export function setMapUnavailable(unavailable: boolean): void {
  isAway = unavailable;
}
