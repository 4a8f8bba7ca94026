/**
 * Dispatches an event from an element.
 * A function rather than `this.dispatchEvent(new …)`, from which the manifest analyzer derives events that do not exist.
 */
export function emit(target: EventTarget, event: Event): boolean {
  return target.dispatchEvent(event);
}
