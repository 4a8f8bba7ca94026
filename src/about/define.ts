import { type Settings, configure } from '../core/backend/settings.js';
import { defineElement } from '../core/element/define-element.js';
import { About } from './about.js';

/** Registers `<kith-about>`, which needs no backend and takes the theme from the settings. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-about', About);
}
