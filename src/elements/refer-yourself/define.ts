import { type Settings, configure } from '../../client/settings.js';
import { defineElement } from '../../define.js';
import { ReferYourself } from './refer-yourself.js';

/** Registers `<kith-refer-yourself>`; the form itself is loaded when the pointer or the focus reaches the link. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-refer-yourself', ReferYourself);
}
