import * as z from 'zod/mini';
import { optionsOf, question } from '../question.js';

/** Who somebody may be to the person whom they refer. */
const people = [
  'partner',
  'parent',
  'child',
  'relative',
  'friend',
  'neighbour',
  'cared-for',
  'other',
] as const;
const knows = ['yes', 'no'] as const;

/** The answer to the question, as it is sent. */
export const RelationAnswer = z.strictObject({
  who: z.enum(people, 'relation.who.missing'),
  knows: z.enum(knows, 'relation.knows.missing'),
});

/** Who the person is to whoever refers them, and that they know and agree. Without that nobody is referred. */
export const relation = question({
  id: 'relation',
  section: 'referrer',
  mode: 'required',
  isEssential: true,
  fields: [
    { kind: 'choice', name: 'who', isTitle: true, options: optionsOf(people) },
    { kind: 'choice', name: 'knows', options: optionsOf(knows) },
  ],
  answer: RelationAnswer,
  stop: ({ knows: answered }) => (answered === 'no' ? 'not-asked' : undefined),
});
