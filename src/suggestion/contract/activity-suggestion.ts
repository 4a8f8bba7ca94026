import * as z from 'zod/mini';
import { accessFeatures } from '../../directory/contract/activity.js';
import { email, longText, phone, text } from '../../core/contract/fields.js';
import { shortPhonePattern } from '../../core/contract/patterns.js';
import { postcode } from '../../core/contract/postcode.js';

/** Where a suggested activity takes place. */
export const places = ['in-person', 'online', 'both'] as const;
/** Answers to whether it is free. */
export const yesOrNo = ['yes', 'no'] as const;
/** Whom it is for: people of every age, or of some. */
export const forWhom = ['everyone', 'some'] as const;

/** Years, in digits. */
const age = (name: string) =>
  text(`suggestion.${name}`, 3, {
    pattern: /^(\d{1,2}|1[01]\d|12[0-5])$/,
    missing: 'field.missing',
  });

const Answers = z.strictObject({
  name: text('suggestion.name', 100),
  description: longText('suggestion.description', 2000),
  category: z
    .string('suggestion.category.missing')
    .check(
      z.maxLength(60, 'suggestion.category.missing'),
      z.regex(/./, 'suggestion.category.missing'),
    ),
  /** In words, such as “Tuesdays, 10am to noon”. */
  when: text('suggestion.when', 200),
  place: z.enum(places, 'suggestion.place.missing'),
  venue: z.optional(text('suggestion.venue', 100, { missing: 'field.missing' })),
  address: z.optional(text('suggestion.address', 150)),
  postcode: z.optional(postcode('suggestion.postcode')),
  access: z.optional(z.array(z.enum(accessFeatures)).check(z.maxLength(accessFeatures.length))),
  free: z.enum(yesOrNo, 'suggestion.free.missing'),
  price: z.optional(text('suggestion.price', 100)),
  ages: z.enum(forWhom, 'suggestion.ages.missing'),
  from: z.optional(age('from')),
  to: z.optional(age('to')),
  /** The group that runs it. */
  organisation: text('suggestion.organisation', 100),
  // Some of the numbers of helplines are short.
  phone: z.optional(
    phone('suggestion.phone', { pattern: shortPhonePattern, missing: 'field.missing' }),
  ),
  email: z.optional(email('suggestion.email', { missing: 'field.missing' })),
  website: z.optional(
    text('suggestion.website', 500, {
      pattern: /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?$/i,
      missing: 'field.missing',
    }),
  ),
  yourName: text('suggestion.yourName', 70),
  yourEmail: email('suggestion.yourEmail'),
});

// An activity that is not only online needs an address, and one that is not free needs a price.
const neededWith = (
  name: 'address' | 'postcode' | 'price',
  isNeeded: (answers: z.infer<typeof Answers>) => boolean,
) =>
  z.refine<z.infer<typeof Answers>>(
    (answers) => !isNeeded(answers) || answers[name] !== undefined,
    { path: [name], error: `suggestion.${name}.missing` },
  );

/** An activity that its group would like to see in the directory. */
export const ActivitySuggestion = Answers.check(
  neededWith('address', ({ place }) => place !== 'online'),
  neededWith('postcode', ({ place }) => place !== 'online'),
  neededWith('price', ({ free }) => free === 'no'),
);
export type ActivitySuggestion = z.infer<typeof ActivitySuggestion>;

/** The reply to a suggestion that was stored. */
export const SuggestionReceipt = z.object({
  /** Eight characters that cannot be mistaken for each other. */
  reference: z.string(),
  receivedAt: z.string(),
});
export type SuggestionReceipt = z.infer<typeof SuggestionReceipt>;

/** Whether staff have accepted a suggestion into the directory. */
export const suggestionStates = ['waiting', 'accepted', 'declined'] as const;

/** Accepts a suggestion into the directory, or declines it; declining an accepted one removes it. */
export const SuggestionDecision = z.strictObject({
  decision: z.enum(['accept', 'decline'], 'field.shape'),
  by: text('field', 70),
  note: z.optional(longText('field', 500)),
});
export type SuggestionDecision = z.infer<typeof SuggestionDecision>;

/** A suggestion as staff of the service see it. */
export const StoredSuggestion = z.object({
  ...SuggestionReceipt.shape,
  partner: z.string(),
  state: z.enum(suggestionStates),
  suggestion: ActivitySuggestion,
  /** Who decided what and when, oldest first. */
  decisions: z.array(
    z.object({
      decision: z.enum(['accept', 'decline']),
      at: z.string(),
      by: z.string(),
      note: z.optional(z.string()),
    }),
  ),
  /** Its id in the directory, while it is accepted. */
  activity: z.optional(z.string()),
});
export type StoredSuggestion = z.infer<typeof StoredSuggestion>;

/** Suggestions, newest first. */
export const StoredSuggestionPage = z.object({
  items: z.array(StoredSuggestion),
  /** The value of `before` for the next page; absent on the last page. */
  next: z.optional(z.string()),
});
export type StoredSuggestionPage = z.infer<typeof StoredSuggestionPage>;
