import * as z from 'zod/mini';
import { question } from '../question.js';

/** The answer to the question, as it is sent. */
export const NeedsAnswer = z.strictObject({
  choices: z
    .array(z.string().check(z.maxLength(60)), 'needs.choices.missing')
    .check(z.minLength(1, 'needs.choices.missing'), z.maxLength(40, 'needs.choices.missing')),
});

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
  answer: NeedsAnswer,
  check: ({ choices }, { profile }) =>
    choices.every((choice) => profile.needs.some((need) => need.id === choice))
      ? []
      : [{ field: 'choices', code: 'needs.choices.unknown' }],
});
