import * as z from 'zod/mini';
import { text } from '../../../../core/contract/fields.js';
import { Postcode } from '../../../../core/contract/postcode.js';
import { emailPattern, phonePattern } from '../../../../core/contract/patterns.js';
import { optionsOf, question, type QuestionContext } from '../question.js';

const leaveMessage = ['yes', 'discreet', 'no'] as const;

const has = (context: QuestionContext, way: string): boolean =>
  context.answers.contact?.ways.some((chosen) => chosen === way) ?? false;

const chose = (way: string) => (_: unknown, context: QuestionContext) => has(context, way);

/** The answer to the question, as it is sent. */
export const DetailsAnswer = z.strictObject({
  phone: z.optional(text('details.phone', 35, { pattern: phonePattern })),
  mobile: z.optional(text('details.mobile', 35, { pattern: phonePattern })),
  leaveMessage: z.optional(z.enum(leaveMessage, 'details.leaveMessage.missing')),
  email: z.optional(text('details.email', 254, { pattern: emailPattern })),
  addressLine1: z.optional(text('details.addressLine1', 35)),
  addressLine2: z.optional(text('details.addressLine2', 35, { missing: 'field.missing' })),
  town: z.optional(text('details.town', 35)),
  postcode: z.optional(Postcode),
  otherWay: z.optional(text('details.otherWay', 255, { missing: 'field.missing' })),
});

/** The details of each way that the person chose. */
export const details = question({
  id: 'details',
  section: 'contact',
  mode: 'required',
  isEssential: true,
  fields: [
    {
      kind: 'text',
      name: 'phone',
      type: 'tel',
      autocomplete: 'tel',
      width: 'phone',
      when: chose('phone'),
    },
    {
      kind: 'text',
      name: 'mobile',
      type: 'tel',
      autocomplete: 'tel',
      width: 'phone',
      when: (_, context) => has(context, 'text') && !has(context, 'phone'),
    },
    {
      // Nobody is asked for the same number twice (WCAG 2.2, 3.3.7).
      kind: 'text',
      name: 'mobile',
      messageKey: 'otherMobile',
      type: 'tel',
      width: 'phone',
      optional: true,
      when: (_, context) => has(context, 'text') && has(context, 'phone'),
    },
    {
      kind: 'choice',
      name: 'leaveMessage',
      options: optionsOf(leaveMessage),
      when: (_, context) => has(context, 'phone') || has(context, 'text'),
    },
    { kind: 'text', name: 'email', type: 'email', autocomplete: 'email', when: chose('email') },
    { kind: 'text', name: 'addressLine1', autocomplete: 'address-line1', when: chose('letter') },
    {
      kind: 'text',
      name: 'addressLine2',
      autocomplete: 'address-line2',
      optional: true,
      when: chose('letter'),
    },
    { kind: 'text', name: 'town', autocomplete: 'address-level2', when: chose('letter') },
    {
      kind: 'text',
      name: 'postcode',
      autocomplete: 'postal-code',
      width: 'postcode',
      optional: true,
      when: (_, context) => has(context, 'letter') && context.answers.place?.postcode === undefined,
    },
    { kind: 'text', name: 'otherWay', optional: true, when: chose('none') },
  ],
  answer: DetailsAnswer,
  // Which details are needed depends on another answer, which the schema does not know.
  check(answer, context) {
    const needed = [
      ['phone', 'phone'],
      ['text', 'mobile'],
      ['email', 'email'],
      ['letter', 'addressLine1'],
      ['letter', 'town'],
    ] as const;
    const missing = needed
      .filter(([way, field]) => has(context, way) && answer[field] === undefined)
      .filter(([way]) => way !== 'text' || !has(context, 'phone'))
      .map(([, field]): string => field);
    const mayLeaveMessage = has(context, 'phone') || has(context, 'text');
    if (mayLeaveMessage && answer.leaveMessage === undefined) missing.push('leaveMessage');
    return missing.map((field) => ({ field, code: `details.${field}.missing` }));
  },
});
