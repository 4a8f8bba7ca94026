import type { Database } from '../store/database.js';
import { type Directory, loadDirectory, readRevisions } from './load-directory.js';

/** The directories that are being searched, in memory. */
export interface Directories {
  /** A service's directory as it was a second ago at most; its next dates may come a moment later. */
  of(service: string): Promise<Directory>;
  /** Makes the next search ask whether the directory has changed. */
  forget(service: string): void;
}

// Another process may have read a feed.
const freshFor = 1000;
// Of all directories together, about 100 MB; the one searched last stays however large it is.
const mostActivities = 2_000_000;

interface Slot {
  directory: Directory | undefined;
  /** When what is held was last known to be right, on the clock of this process. */
  askedAt: number;
  /** How often it was to be forgotten. */
  forgotten: number;
  asking: Promise<void> | undefined;
  refreshing: boolean;
}

/** Keeps directories in memory while they are searched. Searches that come at once share a load. */
export function directories(database: Database): Directories {
  const slots = new Map<string, Slot>();

  const slotOf = (service: string): Slot => {
    const slot = slots.get(service) ?? emptySlot();
    slots.delete(service);
    slots.set(service, slot);
    return slot;
  };

  const load = async (service: string, slot: Slot): Promise<void> => {
    const fresh = await loadDirectory(database, service);
    const old = slot.directory;
    // Who says what where does not depend on dates.
    const isSame = old?.revision === fresh.revision;
    slot.directory = isSame ? { ...fresh, texts: old.texts, places: old.places } : fresh;
    letGo(slots);
  };

  const ask = async (service: string, slot: Slot): Promise<void> => {
    const asked = performance.now();
    const { forgotten } = slot;
    const { revision, dates } = await readRevisions(database, service);
    if (slot.directory?.revision !== revision) await load(service, slot);
    else if (slot.directory.dates !== dates && !slot.refreshing) {
      // A date that has just passed is worth nobody's waiting.
      slot.refreshing = true;
      load(service, slot)
        .catch(() => undefined)
        .finally(() => {
          slot.refreshing = false;
        });
    }
    if (slot.forgotten === forgotten) slot.askedAt = asked;
  };

  const of = async (service: string): Promise<Directory> => {
    const slot = slotOf(service);
    const isFresh = (): boolean => slot.askedAt > performance.now() - freshFor;
    // An answer that was under way may be too old by now.
    for (let turn = 0; turn < 2 && !(slot.directory && isFresh()); turn += 1) {
      slot.asking ??= ask(service, slot).finally(() => {
        slot.asking = undefined;
      });
      await slot.asking;
    }
    if (!slot.directory) throw new Error('A directory was asked for and not read');
    return slot.directory;
  };

  return {
    of,
    forget: (service) => {
      const slot = slots.get(service);
      if (!slot) return;
      slot.askedAt = -Infinity;
      slot.forgotten += 1;
    },
  };
}

const emptySlot = (): Slot => ({
  directory: undefined,
  askedAt: -Infinity,
  forgotten: 0,
  asking: undefined,
  refreshing: false,
});

// Those at the end were searched last.
function letGo(slots: Map<string, Slot>): void {
  let sum = 0;
  for (const [service, { directory }] of [...slots].reverse()) {
    const size = directory?.index.size ?? 0;
    if (sum > 0 && sum + size > mostActivities) slots.delete(service);
    else sum += size;
  }
}
