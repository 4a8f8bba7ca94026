import * as z from 'zod/mini';
import { text } from '../../../../core/contract/fields.js';
import { Postcode } from '../../../../core/contract/postcode.js';
import { question } from '../question.js';

/** The answer to it, as it is sent. */
export const PlaceAnswer = z
  .strictObject({
    postcode: z.optional(Postcode),
    noFixedAddress: z.optional(z.enum(['yes'])),
    stayingNear: z.optional(text('place.stayingNear', 100, { missing: 'field.missing' })),
  })
  .check(
    z.refine((answer) => answer.postcode !== undefined || answer.noFixedAddress !== undefined, {
      path: ['postcode'],
      error: 'place.postcode.missing',
    }),
  );

/** Where a person lives, to find out whether the service covers it. Having no address is an answer. */
export const place = question({
  id: 'place',
  section: 'you',
  mode: 'required',
  isEssential: true,
  fields: [
    {
      kind: 'text',
      name: 'postcode',
      autocomplete: 'postal-code',
      width: 'postcode',
    },
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
