import type { Activity } from '../contract/activity.js';
import { withoutUndefined } from '../../core/record.js';

/** A range of ages from a feed, which may give the ends in the wrong order, or 0 to 100 for all ages. */
export function ageRange(from = 0, to = 0): Activity['ages'] {
  // A maximum age of 0 is an empty field in the feed's database.
  const [low, high] = [from, to || 999].sort((one, other) => one - other);
  return withoutUndefined({
    from: low !== undefined && low > 0 ? low : undefined,
    to: high !== undefined && high < 99 ? high : undefined,
  });
}
