import { answer, text } from '../answer-shape.js';
import { question } from '../question.js';

const max = 500;

/** Why a professional refers the person: PRSB Social Prescribing v1.1, “Reason for referral”. */
export const reason = question({
  id: 'reason',
  section: 'help',
  mode: 'required',
  fields: [{ kind: 'longText', name: 'text', isTitle: true, max }],
  answer: answer({ text: text('reason.text', max) }),
});
