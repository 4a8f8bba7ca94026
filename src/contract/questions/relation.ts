import { answer, oneOf } from '../answer-shape.js';
import { question } from '../question.js';

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

/** Who the person is to whoever refers them, and that they know and agree. Without that nobody is referred. */
export const relation = question({
  id: 'relation',
  section: 'referrer',
  mode: 'required',
  isEssential: true,
  fields: [
    {
      kind: 'choice',
      name: 'who',
      isTitle: true,
      options: () => people.map((value) => ({ value })),
    },
    { kind: 'choice', name: 'knows', options: () => knows.map((value) => ({ value })) },
  ],
  answer: answer({
    who: oneOf(people, 'relation.who.missing'),
    knows: oneOf(knows, 'relation.knows.missing'),
  }),
  stop: ({ knows: answered }) => (answered === 'no' ? 'not-asked' : undefined),
});
