import { PlaceAnswer } from '../earlier-answers.js';
import { question } from '../question.js';

/** Where a person lives, to find out whether the service covers it. Having no fixed address is a valid answer. */
export const place = question({
  id: 'place',
  section: 'you',
  mode: 'required',
  isEssential: true,
  fields: [
    { kind: 'text', name: 'postcode', autocomplete: 'postal-code', width: 'postcode' },
    { kind: 'tick', name: 'noFixedAddress' },
    {
      kind: 'text',
      name: 'stayingNear',
      optional: true,
      when: (raw) => raw['noFixedAddress'] === 'yes',
    },
  ],
  answer: PlaceAnswer,
});
