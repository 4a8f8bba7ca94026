import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Extent, FeedRecord } from '../../../src/directory/open-referral/record.js';
import { type Within, outcodesWithin } from '../../geography/outcodes-within.js';

type Area = FeedRecord['activity']['areas'][number];

// Whole directories share a few areas, and computing one is slow.
const mostKept = 200;

/** Adds to the areas of a record their outward codes, if the feed gives extents. */
export function areaPlacer(): (record: FeedRecord) => FeedRecord {
  const kept = new LRUCache<string, Within, unknown>({
    max: mostKept,
    memoMethod: (_key, _stale, { context: extent }) => outcodesWithin(extent),
  });
  const within = ({ extent }: Extent): Within => {
    const text = typeof extent === 'string' ? extent : JSON.stringify(extent);
    const key = createHash('sha256').update(text).digest('base64');
    return kept.memo(key, { context: extent });
  };
  return (record) => {
    const { extents = [], activity } = record;
    if (extents.length === 0) return record;
    const areas = [...activity.areas];
    for (const one of extents) {
      const found = within(one);
      if (found.outcodes.length === 0 && !found.isEverywhere) continue;
      const at = areas.findIndex(({ name }) => name === one.name);
      const area = areas[at] ?? unnamed(found);
      areas.splice(at < 0 ? areas.length : at, 1, {
        ...area,
        outcodes: [...new Set([...area.outcodes, ...found.outcodes])],
        isEverywhere: area.isEverywhere || found.isEverywhere,
      });
    }
    return { ...record, activity: { ...activity, areas } };
  };
}

const mostNamed = 5;

const unnamed = ({ outcodes }: Within): Area => ({
  name:
    outcodes.length === 0
      ? 'United Kingdom'
      : outcodes.slice(0, mostNamed).join(', ') + (outcodes.length > mostNamed ? ' …' : ''),
  outcodes: [],
  isEverywhere: false,
});
