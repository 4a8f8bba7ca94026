import { type Saved, readSaved, toggledSaved, writeSaved } from '../state/shortlist.js';

const key = 'kith-shortlist';

/** A person's list: in memory, and on the device only if they say so. */
export class StoredShortlist {
  list: readonly Saved[] = [];
  isStored = false;

  /** Takes up what the person has kept on this device. */
  restore(): void {
    const stored = ignoringErrors(() => localStorage.getItem(key)) ?? null;
    this.isStored = stored !== null;
    this.list = readSaved(stored);
  }

  /** Puts an activity on the list, or takes it off. */
  toggle(one: Saved): void {
    this.list = toggledSaved(this.list, one);
    this.#write();
  }

  /** Keeps the list on this device from now on, or forgets it there. */
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

// A page may forbid storage, or the device be full: then the list lives as long as the page.
function ignoringErrors<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
