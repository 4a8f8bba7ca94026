import { day } from './backend/day.js';

const RealDate = Date;
let now = day.getTime();

/** Lets time pass for whoever looks at the clock. */
export function letPass(minutes: number): void {
  now += minutes * 60_000;
}

/** Stops the page's clock on the stories' day. Timers go on. */
export function keepDay(): void {
  now = day.getTime();
  globalThis.Date = new Proxy(RealDate, {
    construct: (real, values, target) =>
      Object(Reflect.construct(real, values.length === 0 ? [now] : values, target)),
    get: (real, name): unknown => (name === 'now' ? () => now : Reflect.get(real, name)),
  });
}
