import { type Saved, readSaved, toggledSaved, writeSaved } from '../state/shortlist.js';

const key = 'kith-shortlist';

/** A person's list: in memory, and on the device only if they say so. */
export class KeptShortlist {
  list: readonly Saved[] = [];
  isKept = false;

  /** Takes up what the person has kept on this device. */
  restore(): void {
    const kept = quietly(() => localStorage.getItem(key)) ?? null;
    this.isKept = kept !== null;
    this.list = readSaved(kept);
  }

  /** Puts an activity on the list, or takes it off. */
  toggle(one: Saved): void {
    this.list = toggledSaved(this.list, one);
    this.#write();
  }

  /** Keeps the list on this device from now on, or forgets it there. */
  toggleKept(): void {
    this.isKept = !this.isKept;
    this.#write();
  }

  #write(): void {
    quietly(() => {
      if (this.isKept) localStorage.setItem(key, writeSaved(this.list));
      else localStorage.removeItem(key);
    });
  }
}

// A page may forbid storage, or the device be full: then the list lives as long as the page.
function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
