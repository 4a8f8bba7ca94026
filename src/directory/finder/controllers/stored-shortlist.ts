import { type Saved, readSaved, toggledSaved, writeSaved } from '../state/shortlist.js';

const key = 'kith-shortlist';

/** A person's shortlist: in memory, and on the device only if they choose so. */
export class StoredShortlist {
  list: readonly Saved[] = [];
  isStored = false;

  /** Restores the list that is stored on this device. */
  restore(): void {
    const stored = ignoringErrors(() => localStorage.getItem(key)) ?? null;
    this.isStored = stored !== null;
    this.list = readSaved(stored);
  }

  /** Adds an activity to the list, or removes it. */
  toggle(one: Saved): void {
    this.list = toggledSaved(this.list, one);
    this.#write();
  }

  /** Starts or stops storing the list on this device. */
  toggleStorage(): void {
    this.isStored = !this.isStored;
    this.#write();
  }

  #write(): void {
    ignoringErrors(() => {
      if (this.isStored) localStorage.setItem(key, writeSaved(this.list));
      else localStorage.removeItem(key);
    });
  }
}

// Storage may be forbidden or full; the list then lasts as long as the page.
function ignoringErrors<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
