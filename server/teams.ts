import type { Team } from '../src/contract/team.js';
import type { ServiceEntry } from './deployment-schema.js';
import type { TeamEntry } from './team-schema.js';

/** The teams of a service, at least one: a service that names none is one team of its own. */
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

/** A team as pages see it. */
export const teamFor = ({
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
