import { answer, list, oneOf, optional, text } from '../answer-shape.js';
import { answerTo } from '../answer-to.js';
import { question } from '../question.js';
import { contact } from './contact.js';

const parts = ['morning', 'afternoon', 'evening'] as const;

/** When it suits the person to be called or texted. */
export const times = question({
  id: 'times',
  section: 'contact',
  mode: 'optional',
  applies: ({ answers }) =>
    answerTo(contact, answers)?.ways.some((way) => way === 'phone' || way === 'text') ?? false,
  fields: [
    {
      kind: 'choices',
      name: 'choices',
      isTitle: true,
      optional: true,
      options: () => parts.map((value) => ({ value })),
    },
    { kind: 'text', name: 'note', optional: true },
  ],
  answer: answer(
    {
      choices: optional(list(oneOf(parts), parts.length)),
      note: optional(text('times.note', 150, { missing: 'field.missing' })),
    },
    { needs: 'choices', unless: 'note', missing: 'times.choices.missing' },
  ),
});
