import { definer } from '../../core/element/define-element.js';
import { ActivityList } from './activity-list.js';

/** Registers `<kith-activity-list>`. */
export const define = definer('kith-activity-list', ActivityList);
