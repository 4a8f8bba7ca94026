import { type Settings, configure } from '../../client/settings.js';
import { defineElement } from '../../define.js';
import { ActivityFinder } from './activity-finder.js';

/** Registers `<kith-activity-finder>`. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-activity-finder', ActivityFinder);
}
