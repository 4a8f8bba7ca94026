import { type Settings, configure } from '../core/backend/settings.js';
import { defineElement } from '../core/element/define-element.js';
import { AudienceMenu } from './audience-menu.js';

/** Registers `<kith-audience-menu>`; the form itself is loaded when the pointer or the focus reaches an entry for it. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-audience-menu', AudienceMenu);
}
