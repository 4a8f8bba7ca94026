import { type Settings, configure } from '../core/backend/settings.js';
import { defineElement } from '../core/element/define-element.js';
import { ReferralStatus } from './referral-status.js';

/** Registers `<kith-referral-status>`, with the settings that hold for elements that have none of their own. */
export function define(settings: Partial<Settings> = {}): void {
  configure(settings);
  defineElement('kith-referral-status', ReferralStatus);
}
