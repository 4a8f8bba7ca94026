import { answer, text } from '../answer-shape.js';
import { question } from '../question.js';

const max = 2000;

/** What matters to the person, in their own words (PRSB Social Prescribing v1.1, “What is most important to me”). */
export const matters = question({
  id: 'matters',
  section: 'help',
  mode: 'optional',
  fields: [{ kind: 'longText', name: 'text', isTitle: true, max }],
  answer: answer({ text: text('matters.text', max) }),
});
