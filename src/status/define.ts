import { definer } from '../core/element/define-element.js';
import { ReferralStatus } from './referral-status.js';

/** Registers `<kith-referral-status>`, with the settings that hold for elements that have none of their own. */
export const define = definer('kith-referral-status', ReferralStatus);
