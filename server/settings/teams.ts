import type { Team } from '../../src/core/service/team.js';
import type { ServiceEntry } from './deployment-schema.js';
import type { TeamEntry } from './team-schema.js';

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
