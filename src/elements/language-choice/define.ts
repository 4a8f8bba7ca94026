import { defineElement } from '../../define.js';
import { LanguageChoice } from './language-choice.js';

/** Registers `<kith-language-choice>`; elements with words do so themselves. */
export function define(): void {
  defineElement('kith-language-choice', LanguageChoice);
}
