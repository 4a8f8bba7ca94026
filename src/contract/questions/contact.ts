import { answer, list, oneOf } from '../answer-shape.js';
import { question } from '../question.js';

const ways = ['phone', 'text', 'email', 'letter', 'none'] as const;

/** How a person wants to be reached. `none` is a real answer: they cannot give a phone or an email. */
export const contact = question({
  id: 'contact',
  section: 'contact',
  mode: 'required',
  isEssential: true,
  fields: [
    {
      kind: 'choices',
      name: 'ways',
      isTitle: true,
      options: () => ways.map((value) => ({ value, exclusive: value === 'none' })),
    },
  ],
  answer: answer({
    ways: list(oneOf(ways), ways.length, {
      min: 1,
      wrong: 'contact.ways.missing',
      alone: ['none', 'contact.ways.clash'],
    }),
  }),
});
