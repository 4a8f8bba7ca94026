import * as z from 'zod/mini';
import type { ServiceEntry } from './deployment-schema.js';
import type { SettingIssue } from './setting-issue.js';

type Translation = NonNullable<ServiceEntry['translations']>[string];
interface Item {
  readonly id: string;
  readonly required?: boolean | undefined;
  readonly urgent?: boolean | undefined;
}

/** What is wrong with a service's wording in other languages: it must ask and offer the same in each. */
export const checkTranslations = (
  service: ServiceEntry,
  isWordingKey: (key: string) => boolean,
): readonly SettingIssue[] =>
  Object.entries(service.translations ?? {}).flatMap(([language, translation]) =>
    [...differences(service, translation), ...unknownKeys(translation, isWordingKey)].map(
      ({ path, reason }) => ({ path: `translations.${language}.${path}`, reason }),
    ),
  );

const differences = (
  { needs, consent, urgentHelp, others, directory }: ServiceEntry,
  translation: Translation,
): readonly SettingIssue[] => [
  ...same('needs', needs, translation.needs),
  ...same('consent.items', consent.items, translation.consent.items),
  ...same('urgentHelp', urgentHelp, translation.urgentHelp),
  ...(translation.categories
    ? same('categories', directory?.categories, translation.categories)
    : []),
  ...(others && !translation.others
    ? [{ path: 'others', reason: 'is missing: the service has words for who refers somebody else' }]
    : same('others.consent.items', others?.consent.items, translation.others?.consent.items)),
];

// What is asked and offered must not hang on the language that somebody reads.
function same(
  path: string,
  own: readonly Item[] = [],
  translated: readonly Item[] = [],
): readonly SettingIssue[] {
  const told = (items: readonly Item[]): string =>
    items
      .map(({ id, required, urgent }) =>
        [id, required && 'required', urgent && 'urgent'].filter(Boolean).join(' '),
      )
      .join(', ');
  return told(own) === told(translated)
    ? []
    : [{ path, reason: `must be the same as in the service: ${told(own)}` }];
}

const unknownKeys = (
  { wording = {} }: Translation,
  isWordingKey: (key: string) => boolean,
): readonly SettingIssue[] =>
  Object.keys(wording)
    .filter((key) => !isWordingKey(key))
    .map((key) => ({
      path: z.core.toDotPath(['wording', key]),
      reason: 'the catalogue has no such key',
    }));
