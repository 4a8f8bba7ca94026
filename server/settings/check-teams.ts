import type { ServiceEntry } from './deployment-schema.js';
import { type SettingIssue, below, issueIf } from './setting-issue.js';
import type { TeamEntry } from './team-schema.js';
import { acceptsReferrer } from './teams.js';

/** Checks rules between several entries: teams, areas, ages, audiences and the texts for people who refer somebody else. */
export const checkTeams = (service: ServiceEntry): readonly SettingIssue[] => [
  ...(service.teams ?? []).flatMap((team, index) =>
    below(`teams[${index}]`, checkTeam(team, service)),
  ),
  ...(service.teams
    ? [...checkAreas(service, service.teams), ...checkAges(service, service.teams)]
    : []),
  ...checkAudiences(service),
  ...checkOthers(service),
];

function checkTeam(
  { age, areas, practices = [] }: TeamEntry,
  { questions }: ServiceEntry,
): readonly SettingIssue[] {
  const isInEffect = practices.length === 0 || questions['practice'] !== 'off';
  return [
    ...issueIf((age.to ?? Infinity) < age.from, 'age.to', 'must not be less than age.from'),
    ...issueIf(
      areas.length + practices.length === 0,
      'areas',
      'must not be empty where there are no practices',
    ),
    ...issueIf(
      !isInEffect,
      'practices',
      'have no effect while questions.practice is off, because the form does not ask for the practice',
    ),
  ];
}

const outwardCode = (area: string): string => area.split(' ')[0] ?? '';

// Every area of the service must belong to a team, and every area of a team to the service.
function checkAreas({ areas }: ServiceEntry, teams: readonly TeamEntry[]): readonly SettingIssue[] {
  const all = teams.flatMap((team) => team.areas);
  const overlaps = (area: string) => (other: string) =>
    area === other || area === outwardCode(other) || outwardCode(area) === other;
  return [
    ...areas.flatMap((area, index) =>
      issueIf(!all.some(overlaps(area)), `areas[${index}]`, `"${area}" is in the areas of no team`),
    ),
    ...teams.flatMap((team, at) =>
      team.areas.flatMap((area, index) =>
        issueIf(
          !areas.some(overlaps(area)),
          `teams[${at}].areas[${index}]`,
          `"${area}" is not in the areas of the service`,
        ),
      ),
    ),
  ];
}

// The first page of the form shows the service's ages to people who refer themselves.
function checkAges({ age }: ServiceEntry, teams: readonly TeamEntry[]): readonly SettingIssue[] {
  const forSelfReferral = teams.filter((team) => acceptsReferrer(team, { for: 'self' }));
  if (forSelfReferral.length === 0 || (age.to ?? age.from) < age.from) return [];
  const from = Math.min(...forSelfReferral.map((team) => team.age.from));
  const to = Math.max(...forSelfReferral.map((team) => team.age.to ?? Infinity));
  const isSame = age.from === from && (age.to ?? Infinity) === to;
  const range = to === Infinity ? `from ${from}` : `from ${from} to ${to}`;
  return issueIf(
    !isSame,
    'age',
    `must be the ages of the teams that accept self-referrals: ${range}`,
  );
}

const checkAudiences = ({ audiences = ['self'], teams, others }: ServiceEntry) =>
  audiences.flatMap((audience, index): readonly SettingIssue[] => {
    const path = `audiences[${index}]`;
    if (teams && !teams.some((team) => acceptsReferrer(team, { for: audience })))
      return [{ path, reason: `no team accepts referrals from "${audience}"` }];
    return issueIf(
      audience !== 'self' && !others,
      path,
      `"${audience}" needs the texts in "others"`,
    );
  });

function checkOthers({ others }: ServiceEntry): readonly SettingIssue[] {
  if (!others) return [];
  const { consent, safeguarding } = others;
  const hasRequired = consent.items.some(({ required }) => required);
  return [
    ...issueIf(!hasRequired, 'others.consent.items', 'at least one permission must be required'),
    ...safeguarding.links.flatMap(({ href }, index) =>
      issueIf(
        !/^(tel|sms):/.test(href),
        `others.safeguarding.links[${index}].href`,
        'must start with tel: or sms:, because a safety concern needs an immediate answer',
      ),
    ),
  ];
}
