import { ContactAnswer, contactWays } from '../earlier-answers.js';
import { question } from '../question.js';

/** How a person wants to be reached. `none` is a valid answer: they have no phone or email. */
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
      options: () => contactWays.map((value) => ({ value, exclusive: value === 'none' })),
    },
  ],
  answer: ContactAnswer,
});
