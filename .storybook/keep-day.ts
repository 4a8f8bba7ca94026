import { day } from './backend/day.js';

let now = day.getTime();

class StoppedDate extends Date {
  constructor(...values: readonly [] | readonly [number]) {
    if (values.length === 0) super(now);
    else super(...values);
  }

  static override now(): number {
    return now;
  }
}

/** Stops the page's clock on the stories' day. Timers go on. */
export function keepDay(): void {
  now = day.getTime();
  Reflect.set(globalThis, 'Date', StoppedDate);
}

/** Lets time pass for whoever looks at the clock. */
export function letPass(minutes: number): void {
  now += minutes * 60_000;
}
