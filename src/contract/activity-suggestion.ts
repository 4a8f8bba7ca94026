import * as z from 'zod/mini';
import { accessFeatures } from './activity-kinds.js';
import { type TextShape, text as textShape } from './answer-shape.js';
import { Postcode } from './postcode.js';
import { schemaOf } from './schema-of-shape.js';

const year = (key: string) => z.int(key).check(z.minimum(0, key), z.maximum(125, key));

const text = (key: string, max: number, more: Partial<Pick<TextShape, 'pattern'>> = {}) =>
  schemaOf(textShape(key, max, more));

const email = (key: string) => text(key, 254, { pattern: /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}$/ });

/** An activity that its group would like to see in the directory. */
export const ActivitySuggestion = z.strictObject({
  name: text('suggestion.name', 100),
  description: text('suggestion.description', 2000),
  /** One of the service's categories. */
  category: z
    .string('suggestion.category.missing')
    .check(z.minLength(1, 'suggestion.category.missing'), z.maxLength(60, 'field.shape')),
  /** In words, such as “Tuesdays, 10am to noon”. */
  when: text('suggestion.when', 200),
  /** Where it is; a suggestion has a venue, or is online, or both. */
  venue: z.optional(
    z.strictObject({
      name: z.optional(text('suggestion.venue.name', 100)),
      address: text('suggestion.venue.address', 150),
      postcode: Postcode,
    }),
  ),
  online: z.optional(z.enum(['yes'], 'field.shape')),
  /** `free`, or what it costs in words. */
  cost: text('suggestion.cost', 100),
  ages: z.optional(
    z.strictObject({
      from: z.optional(year('suggestion.ages.shape')),
      to: z.optional(year('suggestion.ages.shape')),
    }),
  ),
  /** What the venue offers. */
  access: z.optional(
    z.array(z.enum(accessFeatures, 'field.shape')).check(z.maxLength(accessFeatures.length)),
  ),
  /** Languages spoken, BCP 47. */
  languages: z.optional(
    z
      .array(
        z
          .string()
          .check(
            z.maxLength(35, 'field.long'),
            z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'field.shape'),
          ),
      )
      .check(z.maxLength(20)),
  ),
  /** The group that runs it. */
  organisation: text('suggestion.organisation', 100),
  /** Shown to everybody; one of them at least. */
  contact: z.strictObject({
    phone: z.optional(
      text('suggestion.contact.phone', 35, {
        pattern: /^\+?[\d\s().-]{3,}((ext|x)\.?\s*\d{1,5})?$/i,
      }),
    ),
    email: z.optional(email('suggestion.contact.email')),
    website: z.optional(text('suggestion.contact.website', 500)),
  }),
  /** Whom the service asks when something is not clear; shown to its staff alone. */
  by: z.strictObject({
    name: text('suggestion.by.name', 70),
    email: email('suggestion.by.email'),
  }),
});
export type ActivitySuggestion = z.infer<typeof ActivitySuggestion>;

/** What a group gets when its suggestion is safely stored. */
export const SuggestionReceipt = z.object({
  /** Eight characters that cannot be mistaken for each other. */
  reference: z.string(),
  receivedAt: z.string(),
});
export type SuggestionReceipt = z.infer<typeof SuggestionReceipt>;

/** Whether a suggestion stands in the directory. */
export const suggestionStates = ['waiting', 'accepted', 'declined'] as const;

/** Takes a suggestion into the directory, or does not, or no longer. */
export const SuggestionDecision = z.strictObject({
  decision: z.enum(['accept', 'decline'], 'field.shape'),
  by: text('field', 70),
  note: z.optional(text('field', 500)),
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
  /** Its id in the directory, while it stands there. */
  activity: z.optional(z.string()),
});
export type StoredSuggestion = z.infer<typeof StoredSuggestion>;

/** Suggestions, newest first. */
export const StoredSuggestionPage = z.object({
  items: z.array(StoredSuggestion),
  /** Give it as `before` to get older ones; absent on the last page. */
  next: z.optional(z.string()),
});
export type StoredSuggestionPage = z.infer<typeof StoredSuggestionPage>;
