import { type Settings, configure } from '../core/backend/settings.js';
import { defineElement } from '../core/element/define-element.js';
import { SuggestActivity } from './suggest-activity.js';

/** Registers `<kith-suggest-activity>`, with the settings that hold for elements that have none of their own. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-suggest-activity', SuggestActivity);
}
