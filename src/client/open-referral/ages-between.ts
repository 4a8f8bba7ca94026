import type { Activity } from '../../contract/activity.js';
import { present } from './json.js';

/** Ages as feeds give them: the wrong way round, and 0 to 100 where anybody is meant. */
export function agesBetween(from = 0, to = 0): Activity['ages'] {
  // An oldest age of 0 is an empty field of somebody's database.
  const [low, high] = [from, to || 999].sort((one_, other) => one_ - other);
  return present<{ from: number; to: number }>({
    from: low !== undefined && low > 0 ? low : undefined,
    to: high !== undefined && high < 99 ? high : undefined,
  });
}
