import {
  type Audience,
  type OrganisationKind,
  organisationKinds,
} from '../../src/core/service/audience.js';
import type { Team } from '../../src/core/service/team.js';
import type { ServiceEntry } from './deployment-schema.js';
import type { TeamEntry } from './team-schema.js';

/** Who refers somebody. */
export interface Referrer {
  readonly for: Audience;
  /** The kind of the professional's organisation, if known. */
  readonly kind?: OrganisationKind | undefined;
}

/** The teams of a service, at least one: a service without team settings is a single team. */
export const teamsOf = (service: ServiceEntry): readonly TeamEntry[] =>
  service.teams ?? [
    {
      id: service.id,
      name: service.name,
      areas: service.areas,
      age: service.age,
      capacity: { state: 'open' },
      next: '',
      firstContact: service.firstContact,
    },
  ];

/** The public part of a team's settings, as the form receives it. */
export const publicTeam = ({
  id,
  name,
  age,
  capacity,
  next,
  firstContact,
  languages = [],
}: TeamEntry): Team => ({
  id,
  name,
  age,
  capacity,
  next,
  contactWorkingDays: firstContact.workingDays,
  languages,
});

/** Whether a team accepts referrals from such a referrer. */
export function acceptsReferrer({ kinds }: TeamEntry, { for: audience, kind }: Referrer): boolean {
  if (kinds === undefined || kinds.includes(audience)) return true;
  if (audience !== 'professional') return false;
  return kind === undefined
    ? organisationKinds.some((one) => kinds.includes(one))
    : kinds.includes(kind);
}
