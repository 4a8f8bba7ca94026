let isAway = false;

/** Whether the code of the map cannot be loaded. */
export const isMapAway = (): boolean => isAway;

/** Lets the code of the map be away, as a bad network would, or be there again. */
export function letMapBeAway(away: boolean): void {
  isAway = away;
}
