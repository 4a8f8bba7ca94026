import type { ServiceEntry } from './deployment-schema.js';
import { takes } from './intake/choose-team.js';
import type { SettingIssue } from './setting-issue.js';
import type { TeamEntry } from './team-schema.js';

/** What is wrong with the teams of a service, and with whom it lets refer, that one entry alone cannot show. */
export const checkTeams = (service: ServiceEntry): readonly SettingIssue[] => [
  ...(service.teams ?? []).flatMap((team, index) =>
    checkTeam(team, service).map(({ path, reason }) => ({
      path: `teams[${index}].${path}`,
      reason,
    })),
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
  const issues: SettingIssue[] = [];
  if (age.to !== undefined && age.to < age.from)
    issues.push({ path: 'age.to', reason: 'must not be less than age.from' });
  if (areas.length + practices.length === 0)
    issues.push({ path: 'areas', reason: 'must not be empty where there are no practices' });
  if (practices.length > 0 && questions['practice'] === 'off')
    issues.push({
      path: 'practices',
      reason: 'are of no use while questions.practice is off: nobody is asked for theirs',
    });
  return issues;
}

const outward = (area: string): string => area.split(' ')[0] ?? '';

// Whoever the service says that it covers must come to a team, and the other way round.
function checkAreas({ areas }: ServiceEntry, teams: readonly TeamEntry[]): readonly SettingIssue[] {
  const all = teams.flatMap((team) => team.areas);
  const meets = (area: string) => (other: string) =>
    area === other || area === outward(other) || outward(area) === other;
  return [
    ...areas.flatMap((area, index) =>
      all.some(meets(area))
        ? []
        : [{ path: `areas[${index}]`, reason: `"${area}" is in the areas of no team` }],
    ),
    ...teams.flatMap((team, at) =>
      team.areas.flatMap((area, index) =>
        areas.some(meets(area))
          ? []
          : [
              {
                path: `teams[${at}].areas[${index}]`,
                reason: `"${area}" is not in the areas of the service`,
              },
            ],
      ),
    ),
  ];
}

// The first page of the form says the service's ages to people who refer themselves.
function checkAges({ age }: ServiceEntry, teams: readonly TeamEntry[]): readonly SettingIssue[] {
  const own = teams.filter((team) => takes(team, { for: 'self' }));
  if (own.length === 0 || (age.to ?? age.from) < age.from) return [];
  const from = Math.min(...own.map((team) => team.age.from));
  const to = Math.max(...own.map((team) => team.age.to ?? Infinity));
  const isSame = age.from === from && (age.to ?? Infinity) === to;
  const range = to === Infinity ? `from ${from}` : `from ${from} to ${to}`;
  return isSame
    ? []
    : [
        {
          path: 'age',
          reason: `must be that of the teams that take people who refer themselves: ${range}`,
        },
      ];
}

const checkAudiences = ({ audiences = ['self'], teams, others }: ServiceEntry) =>
  audiences.flatMap((audience, index): readonly SettingIssue[] => {
    const path = `audiences[${index}]`;
    if (teams && !teams.some((team) => takes(team, { for: audience })))
      return [{ path, reason: `no team takes referrals of "${audience}"` }];
    return audience === 'self' || others
      ? []
      : [{ path, reason: `"${audience}" needs the words in "others"` }];
  });

function checkOthers({ others }: ServiceEntry): readonly SettingIssue[] {
  if (!others) return [];
  const { consent, safeguarding } = others;
  const isAgreed = consent.items.some(({ required }) => required);
  return [
    ...(isAgreed
      ? []
      : [{ path: 'others.consent.items', reason: 'at least one permission must be required' }]),
    ...safeguarding.links.flatMap(({ href }, index) =>
      /^(tel|sms):/.test(href)
        ? []
        : [
            {
              path: `others.safeguarding.links[${index}].href`,
              reason: 'must start with tel: or sms:, because nobody reads a form at once',
            },
          ],
    ),
  ];
}
