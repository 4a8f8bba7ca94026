import * as z from 'zod/mini';
import { longText } from '../../../../core/contract/fields.js';
import { question } from '../question.js';

const max = 500;

/** The answer to the question, as it is sent. */
export const ReasonAnswer = z.strictObject({ text: longText('reason.text', max) });

/** Why a professional refers the person: PRSB Social Prescribing v1.1, “Reason for referral”. */
export const reason = question({
  id: 'reason',
  section: 'help',
  mode: 'required',
  fields: [{ kind: 'longText', name: 'text', isTitle: true, max }],
  answer: ReasonAnswer,
});
