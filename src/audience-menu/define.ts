import { definer } from '../core/element/define-element.js';
import { AudienceMenu } from './audience-menu.js';

/** Registers `<kith-audience-menu>`; the form itself is loaded when the pointer or the focus reaches an entry for it. */
export const define = definer('kith-audience-menu', AudienceMenu);
