import type { Settings } from '../../client/settings.js';
import { defineElement } from '../../define.js';
import { define as defineForm } from '../referral-form/define.js';
import { FormDialog } from './form-dialog.js';

/** Registers `<kith-form-dialog>` and the form in it. */
export function define(settings: Partial<Settings> = {}): void {
  defineForm(settings);
  defineElement('kith-form-dialog', FormDialog);
}
