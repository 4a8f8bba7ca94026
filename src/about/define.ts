import { definer } from '../core/element/define-element.js';
import { About } from './about.js';

/** Registers `<kith-about>`, which needs no backend and takes the theme from the settings. */
export const define = definer('kith-about', About);
