import { definer } from '../../core/element/define-element.js';
import { ReferralForm } from './referral-form.js';

/** Registers `<kith-referral-form>`, with the settings that hold for elements that have none of their own. */
export const define = definer('kith-referral-form', ReferralForm);
