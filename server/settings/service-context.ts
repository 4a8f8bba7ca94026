import { createHash } from 'node:crypto';
import type { Category } from '../../src/directory/contract/directory.js';
import type { ServiceProfile } from '../../src/core/service/service-profile.js';
import type { Deployment, PartnerEntry, ServiceEntry } from './deployment-schema.js';
import type { TeamEntry } from './team-schema.js';
import { teamsOf } from './teams.js';

/** A partner and the service to which it refers people. */
export interface ServiceContext {
  readonly service: ServiceEntry;
  readonly partner: PartnerEntry;
  /** The profile in the service's own language. */
  readonly profile: ServiceProfile;
  /** The profile in each language of the service's translations, by language tag in lower case. */
  readonly profiles: ReadonlyMap<string, ServiceProfile>;
  /** The service with the texts of each translation, by language tag in lower case. */
  readonly services: ReadonlyMap<string, ServiceEntry>;
  /** The teams that accept referrals, in the order of the settings; at least one. */
  readonly teams: readonly TeamEntry[];
}

/** The contexts of all partners of a deployment, by partner id. Each service is also a partner under its own id. */
export function serviceContextsOf({ services }: Deployment): ReadonlyMap<string, ServiceContext> {
  return new Map(
    services.flatMap((service) => {
      const translations = translatedServices(service);
      return [{ id: service.id, name: service.name, origins: [] }, ...service.partners].map(
        (partner) => [
          partner.id,
          {
            service,
            partner,
            profile: profileOf(service, partner),
            profiles: new Map(
              [...translations].map(([tag, one]) => [tag, profileOf(one, partner)]),
            ),
            services: translations,
            teams: teamsOf(service),
          },
        ],
      );
    }),
  );
}

/**
 * The version of a permission's wording, with the start of a hash of its texts: if an administrator changes a text
 * and forgets the version, nobody is recorded as having agreed to a text that they did not see.
 */
export const wordingVersion = ({ version, items }: ServiceEntry['consent']): string =>
  `${version}-${createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 8)}`;

/** The profile in a language, or in the service's own language if there is no translation. */
export const profileFor = (
  { profile, profiles }: ServiceContext,
  language: string,
): ServiceProfile => inLanguage(profiles, language) ?? profile;

/** The service with the texts of a language, or of its own language if there is no translation. */
export const serviceFor = ({ service, services }: ServiceContext, language: string): ServiceEntry =>
  inLanguage(services, language) ?? service;

// `cy-GB` falls back to `cy`.
function inLanguage<Value>(all: ReadonlyMap<string, Value>, language: string): Value | undefined {
  const wanted = language.toLowerCase();
  return all.get(wanted) ?? all.get(wanted.split('-')[0] ?? '');
}

const translatedServices = (service: ServiceEntry): ReadonlyMap<string, ServiceEntry> =>
  new Map(
    Object.entries(service.translations ?? {}).map(
      ([language, { wording = {}, categories, ...words }]) => [
        language.toLowerCase(),
        { ...service, ...words, wording, language, ...withLabels(service.directory, categories) },
      ],
    ),
  );

// A translation changes only the labels of categories, not their terms.
const withLabels = (
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
    ...audienceSettings(service),
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

const audienceSettings = ({
  audiences = ['self'],
  others,
  linkWorkers,
}: ServiceEntry): Pick<ServiceProfile, 'audiences' | 'others' | 'linkWorkers'> => ({
  audiences,
  ...(others ? { others: { ...others, consent: versioned(others.consent) } } : {}),
  ...(linkWorkers === undefined ? {} : { linkWorkers }),
});
