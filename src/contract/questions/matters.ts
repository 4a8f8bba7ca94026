import * as z from 'zod/mini';
import { question } from '../question.js';
import { text } from '../text.js';

const max = 2000;

/** What matters to the person, in their own words (PRSB Social Prescribing v1.1, “What is most important to me”). */
export const matters = question({
  id: 'matters',
  section: 'help',
  mode: 'optional',
  fields: [{ kind: 'longText', name: 'text', isTitle: true, max }],
  answer: z.strictObject({ text: text('matters.text', max) }),
});
