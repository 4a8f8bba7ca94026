import { answer, id, oneOf, optional, text } from '../answer-shape.js';
import { question } from '../question.js';

const statuses = ['registered', 'not-sure', 'none'] as const;

/** The person's GP practice: one of the list, one typed by hand, not sure, or none. */
export const practice = question({
  id: 'practice',
  section: 'you',
  mode: 'required',
  fields: [
    {
      kind: 'choice',
      name: 'status',
      isTitle: true,
      options: () => statuses.map((value) => ({ value })),
    },
    { kind: 'practice', name: 'name', when: (raw) => raw['status'] === 'registered' },
  ],
  answer: answer(
    {
      status: oneOf(statuses, 'practice.status.missing'),
      name: optional(text('practice.name', 150)),
      /** ODS code, when the practice was picked from the list. */
      code: optional(id({ pattern: /^[A-Z0-9]{3,10}$/ })),
    },
    { needs: 'name', where: ['status', 'registered'], missing: 'practice.name.missing' },
  ),
});
