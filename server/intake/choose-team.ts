import {
  type Audience,
  type OrganisationKind,
  organisationKinds,
} from '../../src/contract/audience.js';
import { type Ineligible, outsideAges } from '../../src/contract/eligibility.js';
import { isInAreas } from '../../src/contract/postcode.js';
import { type Result, failed, ok } from '../../src/shared/result.js';
import { wordsIn } from '../store/search-words.js';
import type { TeamEntry } from '../team-schema.js';

/** Who refers. */
export interface Referrer {
  readonly for: Audience;
  /** The kind of a professional's organisation, where it is known. */
  readonly kind?: OrganisationKind | undefined;
}

/** Where a person belongs. */
export interface Whereabouts {
  readonly postcode?: string | undefined;
  /** ODS code of their practice. */
  readonly practice?: string | undefined;
  readonly hasNoAddress?: boolean;
}

/** What decides which team takes a referral. */
export interface Wanted extends Referrer, Whereabouts {
  readonly age?: number | undefined;
  /** The language (BCP 47) in which the referral was written. */
  readonly language?: string;
  /** The language that the person speaks, as somebody typed its name. */
  readonly spoken?: string | undefined;
}

/** Why no team takes a referral: because of the person, or of who refers. */
export type NoTeam = Ineligible | 'kind';

/**
 * The team that takes a referral. Of those that take such referrals, and people of that place and age, and are not
 * closed: the one whose area is most exact, then one of the person's practice; then one that speaks the person's
 * language; then an open one before one with a waiting list; then the first in the settings.
 */
export function chooseTeam(teams: readonly TeamEntry[], wanted: Wanted): Result<TeamEntry, NoTeam> {
  const ofKind = teams.filter((team) => takes(team, wanted));
  if (ofKind.length === 0) return failed('kind');
  const there = ofKind.filter((team) => nearness(team, wanted) !== undefined);
  if (there.length === 0) return failed('area');
  const { age } = wanted;
  const ofAge = there.filter((team) => age === undefined || !outsideAges(age, [team.age]));
  const ages = there.map((team) => team.age);
  if (ofAge.length === 0) return failed(outsideAges(age ?? 0, ages) ?? 'area');
  const [best] = ofAge
    .filter(({ capacity }) => capacity.state !== 'closed')
    .map((team) => ({ team, rank: rankOf(team, wanted) }))
    .sort(({ rank: one }, { rank: other }) => compare(one, other));
  return best ? ok(best.team) : failed('closed');
}

/** Whether a team takes referrals of that kind. */
export function takes({ kinds }: TeamEntry, { for: audience, kind }: Referrer): boolean {
  if (kinds === undefined || kinds.includes(audience)) return true;
  if (audience !== 'professional') return false;
  return kind === undefined
    ? organisationKinds.some((one) => kinds.includes(one))
    : kinds.includes(kind);
}

/** How exactly a team is meant for people of that place, 0 for most; nothing where it is not. */
export function nearness(
  { areas, practices = [] }: TeamEntry,
  { postcode, practice, hasNoAddress = false }: Whereabouts,
): number | undefined {
  const holds = (some: readonly string[]): boolean =>
    postcode !== undefined && isInAreas(postcode, some);
  if (holds(areas.filter((area) => area.includes(' ')))) return 0;
  if (holds(areas)) return 1;
  if (practice !== undefined && practices.includes(practice)) return 2;
  return hasNoAddress ? 3 : undefined;
}

const rankOf = (team: TeamEntry, wanted: Wanted): readonly number[] => [
  nearness(team, wanted) ?? 0,
  strangeness(team, wanted),
  team.capacity.state === 'open' ? 0 : 1,
];

const compare = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ??
  0;

// 0 where the team speaks what the person speaks. Of several languages that somebody named, the first counts most.
function strangeness({ languages = [] }: TeamEntry, { language = '', spoken }: Wanted): number {
  if (languages.length === 0) return 0;
  if (spoken === undefined)
    return languages.some((tag) => primary(tag) === primary(language)) ? 0 : 1;
  const said = plain(spoken);
  const found = languages
    .flatMap((tag) => namesOf(primary(tag)))
    .map((name) => said.indexOf(plain(name)))
    .filter((at) => at >= 0);
  return Math.min(said.length, ...found);
}

const primary = (tag: string): string => tag.split('-')[0] ?? '';

const plain = (text: string): string => ` ${wordsIn(text).join(' ')} `;

/** “Welsh” and “Cymraeg”. */
const namesOf = (language: string): readonly string[] =>
  ['en', language].map(
    (locale) => new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language,
  );
