import { type Settings, configure } from '../../client/settings.js';
import { defineElement } from '../../define.js';
import { ActivityList } from './activity-list.js';

/** Registers `<kith-activity-list>`. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-activity-list', ActivityList);
}
