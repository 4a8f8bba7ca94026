import * as z from 'zod/mini';
import { audiences } from '../src/contract/audience.js';
import {
  type ConsentItem,
  type Need,
  QuestionMode,
  type UrgentHelp,
} from '../src/contract/service-profile.js';
import {
  Link,
  ages,
  areaList,
  firstContact,
  httpsAddress,
  id,
  languageTag,
  wholeNumber,
  words,
} from './setting-fields.js';
import { TeamEntry } from './team-schema.js';

// Stricter than the contract: a form tolerates what it does not know, a settings file must not
// hold a typing error that nobody notices.

const date = z.iso.date('must be a date such as 2026-12-25');

const NeedEntry = z.strictObject({
  id: id('Stored with a referral; never change what it means.'),
  label: words('What a person may want help with.'),
  hint: z.optional(words('Explains the choice.')),
  urgent: z.optional(z.boolean().check(z.describe('Choosing it shows urgent help at once.'))),
} satisfies Record<keyof typeof Need.shape, unknown>);

const ConsentEntry = z.strictObject({
  id: id('Stored with a referral.'),
  text: words('What the person agrees to, in the words beside the box.'),
  hint: z.optional(words('Explains the permission.')),
  required: z.boolean().check(z.describe('Whether nobody can be helped without it.')),
} satisfies Record<keyof typeof ConsentItem.shape, unknown>);

const UrgentHelpEntry = z.strictObject({
  id: id('Name of the entry.'),
  heading: words('When to use it.'),
  text: z.optional(words('What to do.')),
  links: z.array(Link),
} satisfies Record<keyof typeof UrgentHelp.shape, unknown>);

const AttributionEntry = z.strictObject({
  text: words('Whom to name.'),
  url: z.optional(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })),
});

const CategoryEntry = z.strictObject({
  id: id('Stored with activities; never change what it means.'),
  label: words('What people choose.'),
  terms: z
    .array(words('A word or name of a feed.').check(z.maxLength(120)))
    .check(z.describe('What feeds call it: the table by which their subjects become this one.')),
});

const FeedEntry = z.strictObject({
  id: id('Stored with every activity that comes from it; never change it.'),
  name: words('Shown as the source of its activities.'),
  url: z
    .string()
    .check(
      z.describe('Root of its API.'),
      z.regex(/^https?:\/\/\S+$/, 'must start with http(s)://'),
    ),
  kind: z.optional(
    z
      .enum(['open-referral-3', 'open-referral-1', 'aliss'])
      .check(z.describe('Where it does not say so itself.')),
  ),
  licence: z.optional(
    z.strictObject({ name: words('Name of the licence.'), url: z.optional(z.string()) }),
  ),
  attribution: z.optional(z.array(AttributionEntry)),
  everyHours: wholeNumber('How often it is read anew.', 1, 24 * 30),
});
export type FeedEntry = z.infer<typeof FeedEntry>;

/** What a service says of its directory of activities. */
export const DirectoryEntry = z.strictObject({
  categories: z
    .array(CategoryEntry)
    .check(z.describe('The kinds under which people look, in the order shown.'), z.maxLength(60)),
  areas: z.optional(
    z
      .record(z.string(), z.array(z.string()))
      .check(
        z.describe('Outward codes of areas that feeds only name, such as “Stockton-on-Tees”.'),
      ),
  ),
  feeds: z.optional(
    z.array(FeedEntry).check(z.describe('Directories that are read by themselves.')),
  ),
  map: z.optional(
    z.strictObject({
      tiles: z
        .string()
        .check(
          z.describe(
            'Address of map tiles with {z}, {x} and {y}; one that starts with / is of this backend.',
          ),
          z.regex(/^(https?:\/)?\/.*\{z\}.*\{x\}.*\{y\}/, 'must hold {z}, {x} and {y}'),
        ),
      attribution: z.array(AttributionEntry).check(z.minLength(1)),
      maxZoom: wholeNumber('The closest zoom that has tiles.', 1, 22),
    }),
  ),
  suggestions: z.optional(
    z
      .boolean()
      .check(
        z.describe(
          'Whether groups may suggest activities; somebody has to read and decide. Not unless it says.',
        ),
      ),
  ),
  madeUp: z.optional(
    wholeNumber(
      'How many made-up activities to put into an empty directory, for demonstration.',
      1,
      1_000_000,
    ),
  ),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

const ConsentSettings = z.strictObject({
  version: words('Stored with each permission; change it with every change of the words.').check(
    z.maxLength(60),
  ),
  items: z.array(ConsentEntry).check(z.minLength(1), z.maxLength(20)),
});

const OthersEntry = z.strictObject({
  consent: ConsentSettings,
  safeguarding: z.strictObject({
    text: words('What to do with a worry about somebody’s safety.'),
    links: z
      .array(Link)
      .check(z.describe('Whom to call; tel: and sms: addresses.'), z.minLength(1)),
  }),
});

// Whole or not at all: nobody should agree to a mixture of languages.
const TranslationEntry = z.strictObject({
  hours: words('When the phone is answered.'),
  area: words('The area in words.'),
  needs: z.array(NeedEntry).check(z.describe('The same as in the service, with the same ids.')),
  consent: ConsentSettings.check(z.describe('The same permissions, with the same ids.')),
  urgentHelp: z.array(UrgentHelpEntry).check(z.describe('The same entries; links may be others.')),
  elsewhere: z.array(Link).check(z.describe('Where people can turn.')),
  wording: z.optional(
    z
      .record(z.string(), words('Text, in which {name} is filled in.'))
      .check(z.describe('Words that replace those of this language’s catalogue, by key.')),
  ),
  others: z.optional(OthersEntry),
  categories: z.optional(
    z
      .array(
        z.strictObject({ id: words('Id of the category.'), label: words('What it is called.') }),
      )
      .check(z.describe('What the categories of the directory are called, with the same ids.')),
  ),
});

/** Somebody whose website refers people to a service. */
export const PartnerEntry = z.strictObject({
  id: id('What the partner writes in data-partner; unique in the whole deployment.'),
  name: words('Name of the partner.'),
  origins: z.array(
    z
      .string()
      .check(
        z.describe('Exact origin of a page that holds the form, such as https://www.example.org.'),
        z.refine(
          isOrigin,
          'must be an exact origin such as https://www.example.org (http only for localhost and 127.0.0.1)',
        ),
      ),
  ),
});
export type PartnerEntry = z.infer<typeof PartnerEntry>;

/** One service that people are referred to, with all that is its own. */
export const ServiceEntry = z.strictObject({
  id: id('Stored in every row; never change it. The service is also a partner of that id.'),
  name: words('Name of the service.'),
  language: languageTag.check(
    z.describe('Language (BCP 47) of the wording in this entry, such as en-GB.'),
  ),
  phone: Link,
  hours: words('When the phone is answered.'),
  privacyNotice: z.optional(httpsAddress('https address.')),
  area: words('The area in words.'),
  areas: areaList('Outward codes and sectors that the service covers.').check(z.minLength(1)),
  age: ages.check(z.describe('Ages of people who may refer themselves.')),
  timeZone: z
    .string()
    .check(
      z.describe('IANA time zone, such as Europe/London.'),
      z.refine(isTimeZone, 'must be a time zone such as Europe/London'),
    ),
  firstContact,
  closedDays: z
    .array(date)
    .check(z.describe('Dates, besides weekends, on which nobody works, such as bank holidays.')),
  questions: z
    .record(z.string(), QuestionMode)
    .check(z.describe('Questions asked otherwise than usual, by id: required, optional or off.')),
  needs: z.array(NeedEntry).check(z.describe('What people may want help with.'), z.maxLength(40)),
  consent: ConsentSettings,
  urgentHelp: z
    .array(UrgentHelpEntry)
    .check(z.describe('Help for people who cannot wait.'), z.minLength(1)),
  elsewhere: z
    .array(Link)
    .check(z.describe('Where people can turn whom this service cannot take.')),
  wording: z
    .record(z.string(), words('Text, in which {name} is filled in.'))
    .check(z.describe('Words that replace those of the catalogue, by key.')),
  translations: z.optional(
    z
      .record(languageTag, TranslationEntry)
      .check(z.describe('The wording of this entry in other languages, by tag, such as cy.')),
  ),
  directory: z.optional(DirectoryEntry),
  teams: z.optional(
    z
      .array(TeamEntry)
      .check(
        z.describe('Who takes whose referrals; without them the service is one team of its own.'),
        z.minLength(1),
      ),
  ),
  audiences: z.optional(
    z
      .array(z.enum(audiences))
      .check(z.describe('Who may refer here; people themselves unless it says.'), z.minLength(1)),
  ),
  others: z.optional(OthersEntry.check(z.describe('Words for whoever refers somebody else.'))),
  linkWorkers: z.optional(httpsAddress('Where link workers of the service work.')),
  status: z.optional(
    z
      .boolean()
      .check(
        z.describe(
          'Whether people can look up how a referral stands; they can, unless it says false or nobody is asked for their date of birth.',
        ),
      ),
  ),
  safety: z.optional(
    z.strictObject({
      exit: z.optional(
        httpsAddress('Page to which “Exit this page quickly” leads; one where anybody might be.'),
      ),
      clearAfterMinutes: z.optional(
        wholeNumber('Minutes without input after which answers are cleared; 0 for never.', 0, 240),
      ),
    }),
  ),
  partners: z.array(PartnerEntry),
});
export type ServiceEntry = z.infer<typeof ServiceEntry>;

/** The settings file of a deployment. */
export const Deployment = z.strictObject({
  $schema: z.optional(z.string().check(z.describe('For editors.'))),
  publicUrl: z.optional(
    z
      .string()
      .check(
        z.describe(
          'Address at which people reach this backend, such as https://refer.example.org; needed behind a proxy.',
        ),
        z.refine(
          isPublicUrl,
          'must be an https address without a slash at its end (http only for localhost and 127.0.0.1)',
        ),
      ),
  ),
  services: z.array(ServiceEntry).check(z.minLength(1)),
});
export type Deployment = z.infer<typeof Deployment>;

// Plain http would let anyone on the way read what a person writes; only a developer's own machine may.
function isPrivate({ protocol, hostname }: URL): boolean {
  const isOwnMachine = hostname === 'localhost' || hostname === '127.0.0.1';
  return protocol === 'https:' || (protocol === 'http:' && isOwnMachine);
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return url.origin === value && !value.includes('*') && isPrivate(url);
}

function isPublicUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const { origin, pathname } = url;
  return isPrivate(url) && value === origin + pathname.replace(/\/$/, '');
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
