import { type Settings, configure } from '../../core/backend/settings.js';
import { defineElement } from '../../core/element/define-element.js';
import { ReferYourself } from './refer-yourself.js';

/** Registers `<kith-refer-yourself>`; the form itself is loaded when the pointer or the focus reaches the link. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-refer-yourself', ReferYourself);
}
