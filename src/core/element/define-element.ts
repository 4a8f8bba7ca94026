import { type Settings, configure } from '../backend/settings.js';
import { version } from './version.js';

/**
 * Registers an element once. A second copy of the script does nothing; another version is reported, because the one that
 * was registered first keeps the tag.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (!existing) customElements.define(tag, Object.assign(element, { version }));
  else if (Reflect.get(existing, 'version') !== version)
    console.warn(`Kith: <${tag}>: another version is already on this page`);
}

/** The function that registers an element, with settings for all elements that have none of their own. */
export const definer =
  (tag: string, element: CustomElementConstructor) =>
  (settings: Partial<Settings> = {}): void => {
    configure(settings);
    defineElement(tag, element);
  };
