import { email, line, link, paragraphs } from '../../src/client/open-referral/json.js';
import { ActivitySuggestion } from '../../src/contract/activity-suggestion.js';
import type { FieldIssue } from '../../src/contract/problem.js';
import { type Result, failed, ok } from '../../src/shared/result.js';
import type { DirectoryEntry } from '../deployment-schema.js';
import { invalid } from '../http/problem.js';
import { checkAs } from '../http/read-body.js';

/** A suggestion that could stand in the directory as it is; or what is wrong with it. */
export function checkSuggestion(
  body: unknown,
  { categories }: Pick<DirectoryEntry, 'categories'>,
): Result<ActivitySuggestion, Response> {
  const sent = checkAs(ActivitySuggestion, body);
  if (!sent.ok) return sent;
  const issues = [
    ...checkWhole(sent.value),
    ...checkContact(sent.value),
    ...(categories.some(({ id }) => id === sent.value.category)
      ? []
      : [{ field: 'category', code: 'suggestion.category.unknown' }]),
  ];
  return issues.length > 0 ? failed(invalid(issues)) : ok(sent.value);
}

function checkWhole(suggestion: ActivitySuggestion): readonly FieldIssue[] {
  const { name, description, when, organisation, cost, venue, online, ages = {} } = suggestion;
  const texts = { name, description, when, organisation, cost };
  return [
    // Markup alone is no text.
    ...Object.entries(texts)
      .filter(([, text]) => paragraphs(text) === undefined)
      .map(([field]) => ({ field, code: `suggestion.${field}.missing` })),
    ...(venue && line(venue.address) === undefined
      ? [{ field: 'venue.address', code: 'suggestion.venue.address.missing' }]
      : []),
    ...(venue || online ? [] : [{ field: 'venue', code: 'suggestion.venue.missing' }]),
    ...(ages.from !== undefined && ages.to !== undefined && ages.to < ages.from
      ? [{ field: 'ages.to', code: 'suggestion.ages.clash' }]
      : []),
  ];
}

function checkContact({ contact }: ActivitySuggestion): readonly FieldIssue[] {
  const { phone, website } = contact;
  const isNobody = [phone, contact.email, website].every((one) => one === undefined);
  const wrong = [
    phone !== undefined && phone.replace(/\D/g, '').length < 3 ? ['phone'] : [],
    contact.email !== undefined && email(contact.email) === undefined ? ['email'] : [],
    website !== undefined && websiteOf(website) === undefined ? ['website'] : [],
  ].flat();
  return [
    ...(isNobody ? [{ field: 'contact', code: 'suggestion.contact.missing' }] : []),
    ...wrong.map((name) => ({
      field: `contact.${name}`,
      code: `suggestion.contact.${name}.shape`,
    })),
  ];
}

/** The address of a website as people type it, checked as those of feeds are; nothing where it is none. */
export function websiteOf(typed: string): string | undefined {
  const isBare = /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(typed);
  const address = link(isBare ? `https://${typed}` : typed);
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
}
