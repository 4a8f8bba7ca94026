/**
 * Dispatches an event from an element.
 * A helper rather than `this.dispatchEvent(new …)`, which makes the manifest analyzer invent events.
 */
export function emit(target: EventTarget, event: Event): boolean {
  return target.dispatchEvent(event);
}
