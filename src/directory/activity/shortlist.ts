import type { ReactiveController, ReactiveControllerHost } from 'lit';
import * as z from 'zod/mini';
import type { ActivitySummary } from '../contract/activity.js';

/** An activity by its id and name. */
export type NamedActivity = Readonly<Pick<ActivitySummary, 'id' | 'name'>>;

const key = 'kith-shortlist';
// An activity is stored as its id and name.
const Entry = z.array(z.string());

/** A person's shortlist: in memory, and on the device only if they choose so. */
export class Shortlist implements ReactiveController {
  list: readonly NamedActivity[] = [];
  isStored = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Restores the list that is stored on this device. */
  hostConnected(): void {
    const stored = ignoringErrors(() => localStorage.getItem(key)) ?? null;
    this.isStored = stored !== null;
    this.list = read(stored ?? '');
  }

  /** Whether an activity is on the list. */
  has(id: string): boolean {
    return this.list.some((one) => one.id === id);
  }

  /** Adds an activity to the list, or removes it. */
  toggle({ id, name }: NamedActivity): void {
    const others = this.list.filter((one) => one.id !== id);
    this.list = this.has(id) ? others : [...others, { id, name }];
    this.#update();
  }

  /** Starts or stops storing the list on this device. */
  toggleStorage(): void {
    this.isStored = !this.isStored;
    this.#update();
  }

  #update(): void {
    ignoringErrors(() => {
      if (!this.isStored) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(this.list.map(({ id, name }) => [id, name])));
    });
    this.#host.requestUpdate();
  }
}

// Entries that are invalid are left out.
function read(stored: string): readonly NamedActivity[] {
  const entries: unknown = ignoringErrors<unknown>(() => JSON.parse(stored));
  return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) => {
    const [id, name] = Entry.safeParse(entry).data ?? [];
    return id === undefined || name === undefined ? [] : [{ id, name }];
  });
}

// Storage may be forbidden or full; the list then lasts as long as the page.
function ignoringErrors<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
