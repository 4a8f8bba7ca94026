import type { Activity } from '../../../src/directory/contract/activity.js';

/**
 * Combines an activity for which only the list could be read with its known details. The list is newer: an activity
 * that it marks as closed is closed.
 */
export function keepDetails(thin: Activity, known: Activity): Activity {
  const kept: Activity = {
    ...known,
    ...thin,
    ages: { ...known.ages, ...thin.ages },
    cost: { ...known.cost, ...thin.cost, options: known.cost.options },
    contact: { ...known.contact, ...thin.contact },
    categories: longer(thin.categories, known.categories),
    terms: longer(thin.terms, known.terms),
    attendance: longer(thin.attendance, known.attendance),
    venues: longer(thin.venues, known.venues),
    areas: longer(thin.areas, known.areas),
    sessions: longer(thin.sessions, known.sessions),
    languages: longer(thin.languages, known.languages),
    joining: longer(thin.joining, known.joining),
    more: longer(thin.more, known.more),
  };
  // Lists contain notices, too: a notice missing from the list is over.
  if (thin.alert === undefined) delete kept.alert;
  return kept;
}

// A list contains either as much as the details or nothing.
const longer = <Value>(thin: Value[], known: Value[]): Value[] =>
  thin.length > known.length ? thin : known;
