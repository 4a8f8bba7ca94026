import * as z from 'zod/mini';
import { text } from './answer-shape.js';
import { suggestionShape } from './questions/suggestion.js';
import { schemaOf } from './schema-of-shape.js';

/** An activity that its group would like to see in the directory. */
export const ActivitySuggestion = schemaOf(suggestionShape);
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
  by: schemaOf(text('field', 70)),
  note: z.optional(schemaOf(text('field', 500))),
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
