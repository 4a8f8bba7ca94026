import common from '../../../src/i18n/catalogues/common/en.json' with { type: 'json' };
import finder from '../../../src/i18n/catalogues/finder/en.json' with { type: 'json' };
import form from '../../../src/i18n/catalogues/form/en.json' with { type: 'json' };
import type { FieldIssue } from '../../../src/core/contract/problem.js';

const messages: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...common, ...form, ...finder }),
);

// Causes that the catalogues do not contain, because forms never show them under these keys.
const apiMessages: ReadonlyMap<string, string> = new Map([
  ['status.unknown', 'There is no referral of this reference and date of birth'],
  ['status.often', 'There were too many wrong tries; try again later'],
  ['for.not-taken', 'The service does not take referrals from such people'],
  ['referrer.kind.not-taken', 'The service does not take referrals from such organisations'],
  ['eligibility.closed', 'The service takes nobody new there at the moment'],
  ['eligibility.area', 'The service does not cover this postcode'],
  ['place.unknown', 'We do not know this place; give an outward code or a point of two decimals'],
  ['place.missing', 'Give a town, a postcode or an outward code'],
  ['place.long', 'This is too long for a place'],
  ['activity.missing', 'This field is needed'],
  ['report.activity.unknown', 'The directory has no activity of this id'],
  ['eligibility.too-young', 'The service helps older people'],
  ['eligibility.too-old', 'The service helps younger people'],
]);

/** Whether the catalogues contain this key. */
export const isWordingKey = (key: string): boolean => messages.has(key);

// The general message for a field without its own: too long, missing or in the wrong form.
const ofAnyField = (code: string): string => {
  const cause = code.split('.').at(-1) ?? '';
  return ['missing', 'long'].includes(cause) ? `field.${cause}` : 'field.shape';
};

/** The cause of an issue in English, for clients without the catalogues. */
export const explainIssue = ({ code, limit }: FieldIssue): string =>
  (messages.get(code) ?? apiMessages.get(code) ?? messages.get(ofAnyField(code)) ?? '').replace(
    '{limit}',
    String(limit ?? ''),
  );
