import { definer } from '../../core/element/define-element.js';
import { ReferYourself } from './refer-yourself.js';

/** Registers `<kith-refer-yourself>`; the form itself is loaded when the pointer or the focus reaches the link. */
export const define = definer('kith-refer-yourself', ReferYourself);
