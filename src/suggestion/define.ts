import { definer } from '../core/element/define-element.js';
import { SuggestActivity } from './suggest-activity.js';

/** Registers `<kith-suggest-activity>`, with the settings that hold for elements that have none of their own. */
export const define = definer('kith-suggest-activity', SuggestActivity);
