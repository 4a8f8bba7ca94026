import { answer, id, list } from '../answer-shape.js';
import { question } from '../question.js';

/** What a person would like help with, from the list of the service. */
export const needs = question({
  id: 'needs',
  section: 'help',
  mode: 'required',
  fields: [
    {
      kind: 'choices',
      name: 'choices',
      isTitle: true,
      options: ({ profile }) =>
        profile.needs.map(({ id, label, hint = '', urgent = false }) => ({
          value: id,
          label,
          hint,
          urgent,
        })),
    },
  ],
  answer: answer({
    choices: list(id({ max: 60 }), 40, { min: 1, wrong: 'needs.choices.missing' }),
  }),
  check: ({ choices }, { profile }) =>
    choices.every((choice) => profile.needs.some((need) => need.id === choice))
      ? []
      : [{ field: 'choices', code: 'needs.choices.unknown' }],
});
