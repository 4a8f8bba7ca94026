import { storyDate } from './backend/story-date.js';

let now = storyDate.getTime();

class StoppedDate extends Date {
  constructor(...values: readonly [] | readonly [number]) {
    if (values.length === 0) super(now);
    else super(...values);
  }

  static override now(): number {
    return now;
  }
}

/** Stops the clock of the page at the date of the stories. Timers still run. */
export function stopClock(): void {
  now = storyDate.getTime();
  Reflect.set(globalThis, 'Date', StoppedDate);
}

/** Moves the stopped clock forward. */
export function advanceClock(minutes: number): void {
  now += minutes * 60_000;
}
