import type { Settings } from '../../core/backend/settings.js';
import { defineElement } from '../../core/element/define-element.js';
import { define as defineForm } from '../form/define.js';
import { FormDialog } from './form-dialog.js';

/** Registers `<kith-form-dialog>` and the form in it. */
export function define(settings: Partial<Settings> = {}): void {
  defineForm(settings);
  defineElement('kith-form-dialog', FormDialog);
}
