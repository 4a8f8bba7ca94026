import { accessFeatures } from '../../directory/contract/activity.js';
import { ActivitySuggestion, forWhom, places, yesOrNo } from './activity-suggestion.js';
import type { Category } from '../../directory/contract/directory.js';
import type { FieldIssue } from '../../core/contract/problem.js';
import {
  type Option,
  type RawAnswer,
  optionsOf,
  question,
} from '../../referral/contract/questions/question.js';

const hasVenue = (raw: RawAnswer): boolean =>
  raw['place'] === 'in-person' || raw['place'] === 'both';

/** The issues that the schema of a suggestion cannot find. */
export const suggestionIssues = (
  { category, ages, from, to, phone, email, website }: ActivitySuggestion,
  categories: readonly Pick<Category, 'id'>[],
): readonly FieldIssue[] => [
  ...(categories.some(({ id }) => id === category)
    ? []
    : [{ field: 'category', code: 'suggestion.category.missing' }]),
  ...(ages === 'some' && from === undefined && to === undefined
    ? [{ field: 'from', code: 'suggestion.from.missing' }]
    : []),
  ...(from !== undefined && to !== undefined && Number(to) < Number(from)
    ? [{ field: 'to', code: 'suggestion.to.clash' }]
    : []),
  ...(phone === undefined && email === undefined && website === undefined
    ? [{ field: 'phone', code: 'suggestion.phone.missing' }]
    : []),
];

/**
 * What a group enters about its activity. It is not part of a referral, but is asked and read in the same way.
 * @param categories those of the service
 */
export const suggestionQuestion = (categories: readonly Category[]) =>
  question({
    id: 'suggestion',
    section: 'help',
    mode: 'required',
    isEssential: true,
    fields: [
      { kind: 'text', name: 'name' },
      { kind: 'longText', name: 'description', max: 2000 },
      {
        kind: 'choice',
        name: 'category',
        options: () => categories.map(({ id: value, label }): Option => ({ value, label })),
      },
      { kind: 'text', name: 'when' },
      { kind: 'choice', name: 'place', options: optionsOf(places) },
      { kind: 'text', name: 'venue', optional: true, when: hasVenue },
      { kind: 'text', name: 'address', when: hasVenue },
      { kind: 'text', name: 'postcode', width: 'postcode', when: hasVenue },
      {
        kind: 'choices',
        name: 'access',
        optional: true,
        options: optionsOf(accessFeatures),
        when: hasVenue,
      },
      { kind: 'choice', name: 'free', options: optionsOf(yesOrNo) },
      { kind: 'text', name: 'price', when: (raw) => raw['free'] === 'no' },
      { kind: 'choice', name: 'ages', options: optionsOf(forWhom) },
      { kind: 'text', name: 'from', width: 'postcode', when: (raw) => raw['ages'] === 'some' },
      { kind: 'text', name: 'to', width: 'postcode', when: (raw) => raw['ages'] === 'some' },
      { kind: 'text', name: 'organisation', autocomplete: 'organization' },
      { kind: 'text', name: 'phone', type: 'tel', width: 'phone', optional: true },
      { kind: 'text', name: 'email', type: 'email', optional: true },
      { kind: 'text', name: 'website', optional: true },
      { kind: 'text', name: 'yourName', autocomplete: 'name' },
      { kind: 'text', name: 'yourEmail', type: 'email', autocomplete: 'email' },
    ],
    answer: ActivitySuggestion,
    check: (suggestion) => suggestionIssues(suggestion, categories),
  });
