import { definer } from '../../core/element/define-element.js';
import { ActivityFinder } from './activity-finder.js';

/** Registers `<kith-activity-finder>`. */
export const define = definer('kith-activity-finder', ActivityFinder);
