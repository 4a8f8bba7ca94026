import { type Settings, configure } from '../../core/backend/settings.js';
import { defineElement } from '../../core/element/define-element.js';
import { ActivityFinder } from './activity-finder.js';

/** Registers `<kith-activity-finder>`. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-activity-finder', ActivityFinder);
}
