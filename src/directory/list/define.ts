import { type Settings, configure } from '../../core/backend/settings.js';
import { defineElement } from '../../core/element/define-element.js';
import { ActivityList } from './activity-list.js';

/** Registers `<kith-activity-list>`. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-activity-list', ActivityList);
}
