import { defineElement } from '../../define.js';
import { About } from './about.js';

/** Registers `<kith-about>`, which needs neither a backend nor settings. */
export function define(): void {
  defineElement('kith-about', About);
}
