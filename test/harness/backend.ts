import { type Scenario, working } from '../../server/scenarios.js';
import { type ReferralApi, httpReferralApi } from '../../src/referral/api/referral-api.js';
import { configure } from '../../src/core/backend/settings.js';
import type { Team } from '../../src/core/service/team.js';
import type { ServiceProfile } from '../../src/core/service/service-profile.js';

declare global {
  interface Window {
    /** The address of the real backend that scripts/test/run.mjs starts. */
    readonly kithTestBackend: string;
  }
}

/** The address of the real backend. */
export const backend = window.kithTestBackend;

/** The partner whose page the tests run on. */
export const partner = 'northside-library';

/** The settings that a partner's script tag would give. */
export const settings = { endpoint: backend, partner };

configure(settings);

/** The real backend in a scenario. */
export const intakeIn = (scenario: Scenario = working): ReferralApi =>
  httpReferralApi({ ...settings, fetch: scenario((input, init) => fetch(input, init)) });

/** The real backend with a changed profile of the service. */
export const withProfile = (
  change: (profile: ServiceProfile) => Partial<ServiceProfile>,
  intake: ReferralApi = intakeIn(),
): ReferralApi => ({
  ...intake,
  async profile(signal) {
    const loaded = await intake.profile(signal);
    return loaded.ok ? { ok: true, value: { ...loaded.value, ...change(loaded.value) } } : loaded;
  },
});

/** The real backend with changed teams. */
export const withTeams = (
  change: (team: Team) => Team,
  intake: ReferralApi = intakeIn(),
): ReferralApi => ({
  ...intake,
  async coverage(asked, signal) {
    const answered = await intake.coverage(asked, signal);
    return answered.ok
      ? { ok: true, value: { ...answered.value, teams: answered.value.teams.map(change) } }
      : answered;
  },
});

let count = 0;

/** A partner id that no other form in this file has, so that each form loads its own profile. */
export const freshPartner = (): string => `fresh-${String((count += 1))}`;

/** A network that works until a test sets another scenario. */
export class Network {
  scenario: Scenario = working;
  readonly intake = intakeIn((fetch) => (input, init) => this.scenario(fetch)(input, init));
}
