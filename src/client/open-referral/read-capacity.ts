import type { Capacity } from '../../contract/activity.js';
import { capacityIn } from './guess.js';
import { type Json, date, firstOf, line, many, number, present } from './json.js';

/** Whether a service has room, from the capacities of HSDS 3.1 and how long it says that people wait. */
export function capacityOf(json: Json): Capacity | undefined {
  const all = many(json['capacities']);
  const capacity = all.find((one_) => (number(one_['available']) ?? 0) > 0) ?? all[0];
  const wait = line(json['wait_time']);
  if (!capacity && wait === undefined) return undefined;
  const available = number(capacity?.['available']);
  const words = line(capacity?.['description']);
  const said = firstOf(capacity ?? {}, ['status', 'state'], line);
  return {
    state: capacityIn(said ?? '') ?? stateOf(available, [words, wait].join(' ')),
    ...present<Capacity>({
      available,
      maximum: number(capacity?.['maximum']),
      note: wait ?? words,
      updated: date(capacity?.['updated']),
    }),
  };
}

// No place and a number of weeks is a waiting list.
function stateOf(available: number | undefined, words: string): Capacity['state'] {
  const said = capacityIn(words);
  if (available === undefined) return said ?? 'ask';
  if (available > 0) return 'open';
  return said === 'waiting-list' ? said : 'full';
}
