import * as z from 'zod/mini';
import { email, phone, text } from '../../../../core/contract/fields.js';
import type { FieldIssue } from '../../../../core/contract/problem.js';
import { Postcode } from '../../../../core/contract/postcode.js';
import { type OptionsField, type QuestionContext, optionsOf, question } from '../question.js';

/** Whether it is safe to contact a person in one way: yes, yes without saying what it is about, or no. */
const safety = ['yes', 'discreet', 'no'] as const;

const has = (context: QuestionContext, way: string): boolean =>
  context.answers.contact?.ways.some((chosen) => chosen === way) ?? false;

const chose = (way: string) => (_: unknown, context: QuestionContext) => has(context, way);

// More plainly where the person needs help because somebody may harm them.
const safetyField = (name: string, ...ways: readonly string[]): OptionsField => ({
  kind: 'choice',
  name,
  options: optionsOf(safety),
  when: (_, context) => ways.some((way) => has(context, way)),
  warning: ({ profile, answers }) => {
    const need = profile.needs.find(
      ({ id, urgent }) => urgent === true && answers.needs?.choices.includes(id),
    );
    return need && { key: 'details.danger', values: { need: need.label } };
  },
});

/** The answer to the question, as it is sent. */
export const DetailsAnswer = z.strictObject({
  phone: z.optional(phone('details.phone')),
  mobile: z.optional(phone('details.mobile')),
  leaveMessage: z.optional(z.enum(safety, 'details.leaveMessage.missing')),
  email: z.optional(email('details.email')),
  emailSafe: z.optional(z.enum(safety, 'details.emailSafe.missing')),
  addressLine1: z.optional(text('details.addressLine1', 35)),
  addressLine2: z.optional(text('details.addressLine2', 35, { missing: 'field.missing' })),
  town: z.optional(text('details.town', 35)),
  postcode: z.optional(Postcode),
  letterSafe: z.optional(z.enum(safety, 'details.letterSafe.missing')),
  otherWay: z.optional(text('details.otherWay', 255, { missing: 'field.missing' })),
});

// A person for whom no way is safe would hear from nobody. A call is possible without leaving a message, also to the
// number for texts.
function withoutSafeWay(
  answer: z.infer<typeof DetailsAnswer>,
  context: QuestionContext,
): readonly FieldIssue[] {
  const fields = (
    [
      ['email', 'emailSafe'],
      ['letter', 'letterSafe'],
    ] as const
  )
    .filter(([way]) => has(context, way))
    .map(([, field]) => field);
  const last = fields.at(-1);
  const canBeCalled = has(context, 'phone') || has(context, 'text');
  const isReachable = canBeCalled || fields.some((field) => answer[field] !== 'no');
  return last === undefined || isReachable ? [] : [{ field: last, code: 'details.noSafeWay' }];
}

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
    safetyField('leaveMessage', 'phone', 'text'),
    { kind: 'text', name: 'email', type: 'email', autocomplete: 'email', when: chose('email') },
    safetyField('emailSafe', 'email'),
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
    safetyField('letterSafe', 'letter'),
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
      ['phone', 'leaveMessage'],
      ['text', 'leaveMessage'],
      ['email', 'emailSafe'],
      ['letter', 'letterSafe'],
    ] as const;
    const missing = needed
      .filter(([way, field]) => has(context, way) && answer[field] === undefined)
      .filter(([way]) => way !== 'text' || !has(context, 'phone'))
      .map(([, field]) => ({ field, code: `details.${field}.missing` }));
    return missing.length > 0 ? missing : withoutSafeWay(answer, context);
  },
});
