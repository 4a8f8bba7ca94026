import { createHash } from 'node:crypto';
import type { Category } from '../src/contract/directory.js';
import type { ServiceProfile } from '../src/contract/service-profile.js';
import type { Deployment, PartnerEntry, ServiceEntry } from './deployment-schema.js';
import type { TeamEntry } from './team-schema.js';
import { teamsOf } from './teams.js';

/** A partner and the service that it refers people to. */
export interface Placement {
  readonly service: ServiceEntry;
  readonly partner: PartnerEntry;
  /** In the service's own language. */
  readonly profile: ServiceProfile;
  /** In every other language that the service has its wording in, by tag in small letters. */
  readonly profiles: ReadonlyMap<string, ServiceProfile>;
  /** The service in the words of these languages. */
  readonly services: ReadonlyMap<string, ServiceEntry>;
  /** Those who take referrals, in the order of the settings; at least one. */
  readonly teams: readonly TeamEntry[];
}

/** Every partner of a deployment by id, the services themselves among them. */
export function placementsOf({ services }: Deployment): ReadonlyMap<string, Placement> {
  return new Map(
    services.flatMap((service) => {
      const inOthers = translated(service);
      return [{ id: service.id, name: service.name, origins: [] }, ...service.partners].map(
        (partner) => [
          partner.id,
          {
            service,
            partner,
            profile: profileOf(service, partner),
            profiles: new Map([...inOthers].map(([tag, one]) => [tag, profileOf(one, partner)])),
            services: inOthers,
            teams: teamsOf(service),
          },
        ],
      );
    }),
  );
}

/**
 * The version of a wording, with the start of a hash of the words themselves: whoever changes a word and forgets
 * the version still gets no agreement to words that nobody saw.
 */
export const wordingVersion = ({ version, items }: ServiceEntry['consent']): string =>
  `${version}-${createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 8)}`;

/** The profile in a language, or in the service's own where it has no wording in that one. */
export const profileIn = ({ profile, profiles }: Placement, language: string): ServiceProfile =>
  inLanguage(profiles, language) ?? profile;

/** The service in the words of a language, or in its own where it has none in that one. */
export const serviceIn = ({ service, services }: Placement, language: string): ServiceEntry =>
  inLanguage(services, language) ?? service;

// Welsh of a country is Welsh.
function inLanguage<Value>(all: ReadonlyMap<string, Value>, language: string): Value | undefined {
  const wanted = language.toLowerCase();
  return all.get(wanted) ?? all.get(wanted.split('-')[0] ?? '');
}

const translated = (service: ServiceEntry): ReadonlyMap<string, ServiceEntry> =>
  new Map(
    Object.entries(service.translations ?? {}).map(
      ([language, { wording = {}, categories, ...words }]) => [
        language.toLowerCase(),
        { ...service, ...words, wording, language, ...inWords(service.directory, categories) },
      ],
    ),
  );

// Only what a category is called, not what belongs to it.
const inWords = (
  directory: ServiceEntry['directory'],
  categories: readonly Category[] = [],
): Pick<ServiceEntry, 'directory'> => {
  const labels = new Map(categories.map(({ id, label }) => [id, label]));
  return directory
    ? {
        directory: {
          ...directory,
          categories: directory.categories.map((one) => ({
            ...one,
            label: labels.get(one.id) ?? one.label,
          })),
        },
      }
    : {};
};

function profileOf(service: ServiceEntry, partner: PartnerEntry): ServiceProfile {
  const { id, name, phone, hours, privacyNotice } = service;
  return {
    service: { id, name, phone, hours, ...(privacyNotice === undefined ? {} : { privacyNotice }) },
    partner: { id: partner.id, name: partner.name },
    language: service.language,
    area: service.area,
    age: service.age,
    timeZone: service.timeZone,
    firstContact: service.firstContact,
    questions: service.questions,
    needs: service.needs,
    consent: versioned(service.consent),
    urgentHelp: service.urgentHelp,
    elsewhere: service.elsewhere,
    wording: service.wording,
    ...whoRefers(service),
    status: service.status !== false && service.questions['birth'] !== 'off',
    suggestions: service.directory?.suggestions === true,
    safety: {
      exit: service.safety?.exit ?? 'https://www.bbc.co.uk/weather',
      clearAfterMinutes: service.safety?.clearAfterMinutes ?? 15,
    },
  };
}

const versioned = (consent: ServiceEntry['consent']): ServiceProfile['consent'] => ({
  ...consent,
  version: wordingVersion(consent),
});

const whoRefers = ({
  audiences = ['self'],
  others,
  linkWorkers,
}: ServiceEntry): Pick<ServiceProfile, 'audiences' | 'others' | 'linkWorkers'> => ({
  audiences,
  ...(others ? { others: { ...others, consent: versioned(others.consent) } } : {}),
  ...(linkWorkers === undefined ? {} : { linkWorkers }),
});
