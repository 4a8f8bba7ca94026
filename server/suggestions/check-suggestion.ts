import { asEmail, asLine, asLink, asParagraphs } from '../../src/directory/open-referral/json.js';
import type { ActivitySuggestion } from '../../src/suggestion/contract/activity-suggestion.js';
import type { FieldIssue } from '../../src/core/contract/problem.js';
import { suggestionIssues } from '../../src/suggestion/contract/suggestion-questions.js';
import type { DirectoryEntry } from '../settings/deployment-schema.js';

/** What keeps a suggestion from being published as it is. */
export const checkSuggestion = (
  sent: ActivitySuggestion,
  categories: DirectoryEntry['categories'],
): readonly FieldIssue[] => [...suggestionIssues(sent, categories), ...readAsFeedsAre(sent)];

// Uses the readers of feeds: markup alone is not text, and not everything with a dot is an address.
function readAsFeedsAre(suggestion: ActivitySuggestion): readonly FieldIssue[] {
  const { website } = suggestion;
  const texts = ['name', 'description', 'when', 'organisation', 'price'] as const;
  const isEmptied = (typed: string | undefined): boolean =>
    typed !== undefined && asParagraphs(typed) === undefined;
  return [
    ...texts
      .filter((name) => isEmptied(suggestion[name]))
      .map((field) => ({ field, code: `suggestion.${field}.missing` })),
    ...(suggestion.address !== undefined && asLine(suggestion.address) === undefined
      ? [{ field: 'address', code: 'suggestion.address.missing' }]
      : []),
    ...(suggestion.email !== undefined && asEmail(suggestion.email) === undefined
      ? [shapeOf('email')]
      : []),
    ...(website !== undefined && websiteOf(website) === undefined ? [shapeOf('website')] : []),
  ];
}

const shapeOf = (field: string): FieldIssue => ({ field, code: `suggestion.${field}.shape` });

/** A website address as people type it, checked like those of feeds; `undefined` if it is not one. */
export function websiteOf(typed: string): string | undefined {
  const isBare = /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(typed);
  const address = asLink(isBare ? `https://${typed}` : typed);
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
}
