import type { Capacity } from '../contract/activity.js';
import { capacityIn } from './guess.js';
import { withoutUndefined } from '../../core/record.js';
import { type Json, asDate, firstOf, asLine, asObjects, asNumber } from './json.js';

/** The capacity of a service, from the `capacities` of HSDS 3.1 and its `wait_time`; `undefined` if it has neither. */
export function capacityOf(json: Json): Capacity | undefined {
  const all = asObjects(json['capacities']);
  const capacity = all.find((entry) => (asNumber(entry['available']) ?? 0) > 0) ?? all[0];
  const wait = asLine(json['wait_time']);
  if (!capacity && wait === undefined) return undefined;
  const available = asNumber(capacity?.['available']);
  const description = asLine(capacity?.['description']);
  const stated = firstOf(capacity ?? {}, ['status', 'state'], asLine);
  return withoutUndefined({
    state: capacityIn(stated ?? '') ?? stateOf(available, [description, wait].join(' ')),
    available,
    maximum: asNumber(capacity?.['maximum']),
    note: wait ?? description,
    updated: asDate(capacity?.['updated']),
  });
}

// No places left together with a waiting time means a waiting list.
function stateOf(available: number | undefined, description: string): Capacity['state'] {
  const stated = capacityIn(description);
  if (available === undefined) return stated ?? 'ask';
  if (available > 0) return 'open';
  return stated === 'waiting-list' ? stated : 'full';
}
