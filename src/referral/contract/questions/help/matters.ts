import * as z from 'zod/mini';
import { longText } from '../../../../core/contract/fields.js';
import { question } from '../question.js';

const max = 2000;

/** The answer to the question, as it is sent. */
export const MattersAnswer = z.strictObject({ text: longText('matters.text', max) });

/** What matters to the person, in their own words (PRSB Social Prescribing v1.1, “What is most important to me”). */
export const matters = question({
  id: 'matters',
  section: 'help',
  mode: 'optional',
  fields: [{ kind: 'longText', name: 'text', isTitle: true, max }],
  answer: MattersAnswer,
});
