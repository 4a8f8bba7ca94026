import * as z from 'zod/mini';
import type { ServiceEntry } from './deployment-schema.js';
import { type SettingIssue, below, issueIf } from './setting-issue.js';

type Translation = NonNullable<ServiceEntry['translations']>[string];
interface Item {
  readonly id: string;
  readonly required?: boolean | undefined;
  readonly urgent?: boolean | undefined;
}

/** Checks a service's translations: each must have the same entries as the service itself. */
export const checkTranslations = (
  service: ServiceEntry,
  isWordingKey: (key: string) => boolean,
): readonly SettingIssue[] =>
  Object.entries(service.translations ?? {}).flatMap(([language, translation]) =>
    below(`translations.${language}`, [
      ...differences(service, translation),
      ...unknownKeys(translation.wording, isWordingKey),
    ]),
  );

const differences = (
  { needs, consent, urgentHelp, others, directory }: ServiceEntry,
  translation: Translation,
): readonly SettingIssue[] => [
  ...differencesIn('needs', needs, translation.needs),
  ...differencesIn('consent.items', consent.items, translation.consent.items),
  ...differencesIn('urgentHelp', urgentHelp, translation.urgentHelp),
  ...(translation.categories
    ? differencesIn('categories', directory?.categories, translation.categories)
    : []),
  ...(others && !translation.others
    ? [
        {
          path: 'others',
          reason: 'is missing, although the service has texts for people who refer somebody else',
        },
      ]
    : differencesIn(
        'others.consent.items',
        others?.consent.items,
        translation.others?.consent.items,
      )),
];

// What the service asks and offers must not depend on the language in which somebody reads it.
function differencesIn(
  path: string,
  original: readonly Item[] = [],
  translated: readonly Item[] = [],
): readonly SettingIssue[] {
  const describe = (items: readonly Item[]): string =>
    items
      .map(({ id, required, urgent }) =>
        [id, required && 'required', urgent && 'urgent'].filter(Boolean).join(' '),
      )
      .join(', ');
  const wanted = describe(original);
  return issueIf(
    wanted !== describe(translated),
    path,
    `must be the same as in the service: ${wanted}`,
  );
}

/** Checks that each replaced message is one of the catalogue. */
export const unknownKeys = (
  wording: Readonly<Record<string, string>> = {},
  isWordingKey: (key: string) => boolean,
): readonly SettingIssue[] =>
  Object.keys(wording)
    .filter((key) => !isWordingKey(key))
    .map((key) => ({
      path: z.core.toDotPath(['wording', key]),
      reason: 'the catalogue has no such key',
    }));
