import * as z from 'zod/mini';
import { questionOf } from '../../src/referral/contract/questions/every-question.js';
import { type Result, failed, ok } from '../../src/core/result.js';
import { checkTeams } from './check-teams.js';
import { checkTranslations, unknownKeys } from './check-translations.js';
import { Deployment, type ServiceEntry } from './deployment-schema.js';
import { type SettingIssue, below, issueIf } from './setting-issue.js';
import { sampleFeed, suggestedFeed } from './reserved-feeds.js';

/** Reads settings, or says everything that is wrong with them. */
export function parseDeployment(
  text: string,
  isWordingKey: (key: string) => boolean,
): Result<Deployment, readonly SettingIssue[]> {
  const json = parseJson(text);
  if (!json.ok) return failed([{ path: '', reason: json.failure }]);
  const parsed = z.safeParse(Deployment, json.value, { error: z.locales.en().localeError });
  if (!parsed.success) return failed(parsed.error.issues.flatMap(schemaIssues));
  const issues = crossCheck(parsed.data, isWordingKey);
  return issues.length > 0 ? failed(issues) : ok(parsed.data);
}

/** Describes an invalid entry in one line, for administrators. */
export const describeSettingIssue = ({ path, reason }: SettingIssue): string =>
  path === '' ? reason : `${path}: ${reason}`;

function parseJson(text: string): Result<unknown, string> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    return failed(`not JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

function schemaIssues(issue: z.core.$ZodIssue): readonly SettingIssue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: z.core.toDotPath([...issue.path, key]),
      reason: 'unknown key',
    }));
  return [{ path: z.core.toDotPath(issue.path), reason: issue.message }];
}

// Rules that involve several entries, which a schema of one entry cannot express.
function crossCheck(
  { services }: Deployment,
  isWordingKey: (key: string) => boolean,
): readonly SettingIssue[] {
  const ids = services.flatMap((service, index) => [
    { id: service.id, path: `services[${index}].id` },
    ...service.partners.map(({ id }, at) => ({
      id,
      path: `services[${index}].partners[${at}].id`,
    })),
  ]);
  return [
    ...duplicates(ids, 'is used twice; ids of services and partners must be unique'),
    ...services.flatMap((service, index) =>
      below(`services[${index}]`, checkService(service, isWordingKey)),
    ),
  ];
}

function checkService(
  service: ServiceEntry,
  isWordingKey: (key: string) => boolean,
): readonly SettingIssue[] {
  return [
    ...checkQuestions(service),
    ...duplicateIds('needs', service.needs),
    ...duplicateIds('consent.items', service.consent.items),
    ...duplicateIds('urgentHelp', service.urgentHelp),
    ...duplicateIds('directory.categories', service.directory?.categories ?? []),
    ...duplicateIds('directory.feeds', service.directory?.feeds ?? []),
    ...unknownKeys(service.wording, isWordingKey),
    ...duplicateIds('teams', service.teams ?? []),
    ...duplicateIds('others.consent.items', service.others?.consent.items ?? []),
    ...checkTranslations(service, isWordingKey),
    ...checkTeams(service),
    ...checkFeeds(service),
    ...checkOtherRules(service),
  ];
}

function checkOtherRules({
  age,
  phone,
  consent,
  needs,
  questions,
}: ServiceEntry): readonly SettingIssue[] {
  const hasRequired = consent.items.some((item) => item.required);
  const hasNoNeeds = needs.length === 0 && questions['needs'] !== 'off';
  return [
    ...issueIf((age.to ?? Infinity) < age.from, 'age.to', 'must not be less than age.from'),
    ...issueIf(!phone.href.startsWith('tel:'), 'phone.href', 'must start with tel:'),
    ...issueIf(!hasRequired, 'consent.items', 'at least one permission must be required'),
    ...issueIf(hasNoNeeds, 'needs', 'must not be empty while the question is asked'),
  ];
}

function checkFeeds({ directory }: ServiceEntry): readonly SettingIssue[] {
  return (directory?.feeds ?? []).flatMap(({ id, url }, at) =>
    below(`directory.feeds[${at}]`, [
      ...issueIf(id === sampleFeed, 'id', `"${id}" is reserved for sample data`),
      // An import removes entries that are no longer in its feed; it must not remove accepted suggestions.
      ...issueIf(id === suggestedFeed, 'id', `"${id}" is reserved for accepted suggestions`),
      ...issueIf(!URL.canParse(url), 'url', 'must be an http(s) address'),
    ]),
  );
}

function checkQuestions({ questions }: ServiceEntry): readonly SettingIssue[] {
  return Object.entries(questions).flatMap(([id, mode]) => {
    const path = z.core.toDotPath(['questions', id]);
    const question = questionOf(id);
    if (!question) return [{ path, reason: 'there is no such question' }];
    return issueIf(
      question.isEssential === true && mode !== question.mode,
      path,
      `must stay ${question.mode}: the service cannot help anybody without the answer`,
    );
  });
}

const duplicateIds = (
  path: string,
  entries: readonly { readonly id: string }[],
): readonly SettingIssue[] =>
  duplicates(
    entries.map(({ id }, index) => ({ id, path: `${path}[${index}].id` })),
    'is used twice',
  );

const duplicates = (
  entries: readonly { readonly id: string; readonly path: string }[],
  reason: string,
): readonly SettingIssue[] =>
  entries
    .filter(({ id }, index) => entries.findIndex((other) => other.id === id) < index)
    .map(({ id, path }) => ({ path, reason: `"${id}" ${reason}` }));
