import { type Ineligible, outsideAges } from '../../src/referral/contract/eligibility.js';
import { isInAreas } from '../../src/core/contract/postcode.js';
import { type Result, failed, ok } from '../../src/core/result.js';
import { wordsIn } from '../database/search-words.js';
import type { TeamEntry, TeamOrder } from '../settings/team-schema.js';
import { type Referrer, acceptsReferrer } from '../settings/teams.js';

/** Where the referred person lives, and the GP practice with which they are registered. */
export interface PersonLocation {
  readonly postcode?: string | undefined;
  /** ODS code of their GP practice. */
  readonly practice?: string | undefined;
  readonly hasNoAddress?: boolean;
}

/** The facts of a referral by which a team is chosen. */
export interface TeamCriteria extends Referrer, PersonLocation {
  readonly age?: number | undefined;
  /** The language (BCP 47) in which the referral was written. */
  readonly language?: string;
  /** The language that the person speaks, as typed. */
  readonly spoken?: string | undefined;
}

/** Why no team accepts a referral: because of the person, or because of who refers (`kind`). */
export type NoTeamReason = Ineligible | 'kind';

/**
 * Chooses the team for a referral, among the open teams and those with a waiting list that accept such referrals and
 * people of that place and age. The order of preference: the team of the person's practice, then the most precise area,
 * or the other way round if the service says so; a team that speaks the person's language; a team without a waiting
 * list; the order of the settings.
 */
export function chooseTeam(
  teams: readonly TeamEntry[],
  criteria: TeamCriteria,
  order: TeamOrder = 'practice-first',
): Result<TeamEntry, NoTeamReason> {
  const accepting = teams.filter((team) => acceptsReferrer(team, criteria));
  if (accepting.length === 0) return failed('kind');
  const covering = accepting.filter((team) => locationRank(team, criteria) !== undefined);
  if (covering.length === 0) return failed('area');
  const { age } = criteria;
  const eligible = covering.filter((team) => age === undefined || !outsideAges(age, [team.age]));
  const ages = covering.map((team) => team.age);
  if (eligible.length === 0) return failed(outsideAges(age ?? 0, ages) ?? 'area');
  const [best] = eligible
    .filter(({ capacity }) => capacity.state !== 'closed')
    .map((team) => ({ team, rank: rankOf(team, criteria, order) }))
    .sort(({ rank: one }, { rank: other }) => compareRanks(one, other));
  return best ? ok(best.team) : failed('closed');
}

/**
 * How far a team comes before others for a place; `undefined` if it does not cover the place. A postcode sector comes
 * before an outward code, and that before a team that only takes people without an address anywhere.
 */
export function locationRank(
  { areas, practices = [] }: TeamEntry,
  { postcode, practice, hasNoAddress = false }: PersonLocation,
  order: TeamOrder = 'practice-first',
): number | undefined {
  const holds = (some: readonly string[]): boolean =>
    postcode !== undefined && isInAreas(postcode, some);
  const isPractice = practice !== undefined && practices.includes(practice);
  if (isPractice && order === 'practice-first') return 0;
  if (holds(areas.filter((area) => area.includes(' ')))) return 1;
  if (holds(areas)) return 2;
  if (isPractice) return 3;
  return hasNoAddress ? 4 : undefined;
}

const rankOf = (team: TeamEntry, criteria: TeamCriteria, order: TeamOrder): readonly number[] => [
  locationRank(team, criteria, order) ?? 0,
  languageRank(team, criteria),
  team.capacity.state === 'open' ? 0 : 1,
];

const compareRanks = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ??
  0;

// 0 if the team speaks the person's language. If several languages were typed, the first one counts most.
function languageRank(
  { languages = [] }: TeamEntry,
  { language = '', spoken }: TeamCriteria,
): number {
  if (languages.length === 0) return 0;
  if (spoken === undefined)
    return languages.some((tag) => primarySubtag(tag) === primarySubtag(language)) ? 0 : 1;
  const said = plain(spoken);
  const found = languages
    .flatMap((tag) => namesOf(primarySubtag(tag)))
    .map((name) => said.indexOf(plain(name)))
    .filter((at) => at >= 0);
  return Math.min(said.length, ...found);
}

const primarySubtag = (tag: string): string => tag.split('-')[0] ?? '';

const plain = (text: string): string => ` ${wordsIn(text).join(' ')} `;

/** The name of a language in English and in the language itself, such as “Welsh” and “Cymraeg”. */
const namesOf = (language: string): readonly string[] =>
  ['en', language].map(
    (locale) => new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language,
  );
