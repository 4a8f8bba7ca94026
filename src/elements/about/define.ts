import { type Settings, configure } from '../../client/settings.js';
import { defineElement } from '../../define.js';
import { About } from './about.js';

/** Registers `<kith-about>`, which needs no backend and takes the theme from the settings. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-about', About);
}
