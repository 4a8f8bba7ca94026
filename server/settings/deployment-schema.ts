import * as z from 'zod/mini';
import { audiences } from '../../src/core/service/audience.js';
import {
  type ConsentItem,
  type Need,
  QuestionMode,
  type UrgentHelp,
} from '../../src/core/service/service-profile.js';
import {
  Link,
  ages,
  areaList,
  described,
  firstContact,
  httpsAddress,
  id,
  languageTag,
  matching,
  wholeNumber,
  text,
} from './setting-fields.js';
import { TeamEntry, teamOrders } from './team-schema.js';

// Stricter than the contract: a form ignores unknown keys, but in a settings file an unknown key
// is a typing error that the administrator should hear about.

const origin = z
  .string()
  .check(
    z.refine(
      isOrigin,
      'must be an exact origin such as https://www.example.org (http only for localhost and 127.0.0.1)',
    ),
  );
const date = z.iso.date('must be a date such as 2026-12-25');

const NeedEntry = z.strictObject({
  id: id('Stored with each referral; never change its meaning.'),
  label: text('Something that a person may want help with.'),
  hint: z.optional(text('Explains the choice.')),
  urgent: described(
    'Whether choosing it shows the urgent help immediately.',
    z.optional(z.boolean()),
  ),
} satisfies Record<keyof typeof Need.shape, unknown>);

const ConsentEntry = z.strictObject({
  id: id('Stored with each referral.'),
  text: text('What the person agrees to; shown beside the checkbox.'),
  hint: z.optional(text('Explains the permission.')),
  required: described('Whether a referral is only accepted with this permission.', z.boolean()),
} satisfies Record<keyof typeof ConsentItem.shape, unknown>);

const UrgentHelpEntry = z.strictObject({
  id: id('Identifies the entry in translations.'),
  heading: text('In which situation to use this help.'),
  text: z.optional(text('What to do in that situation.')),
  links: z.array(Link),
} satisfies Record<keyof typeof UrgentHelp.shape, unknown>);

const AttributionEntry = z.strictObject({
  text: text('The name to credit.'),
  url: z.optional(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })),
});

const CategoryEntry = z.strictObject({
  id: id('Stored with each activity; never change its meaning.'),
  label: text('The name that people see and choose.'),
  terms: described(
    'The terms of feeds whose activities are put into this category.',
    z.array(text('A term that feeds use for this category.').check(z.maxLength(120))),
  ),
});

const FeedEntry = z.strictObject({
  id: id('Stored with each activity from this feed; never change it.'),
  name: text('Shown as the source of the feed’s activities.'),
  url: matching(
    'Base address of the feed’s API.',
    /^https?:\/\/\S+$/,
    'must start with http(s)://',
  ),
  kind: described(
    'The format, for a feed that does not state it.',
    z.optional(z.enum(['open-referral-3', 'open-referral-1', 'aliss'])),
  ),
  licence: z.optional(
    z.strictObject({ name: text('Name of the licence.'), url: z.optional(z.string()) }),
  ),
  attribution: z.optional(z.array(AttributionEntry)),
  everyHours: wholeNumber('Hours between two imports of the feed.', 1, 24 * 30),
});
export type FeedEntry = z.infer<typeof FeedEntry>;

/** The settings of a service's directory of activities. */
export const DirectoryEntry = z.strictObject({
  categories: described(
    'The categories of activities, in the order in which they are shown.',
    z.array(CategoryEntry).check(z.maxLength(60)),
  ),
  areas: described(
    'The outward codes of areas that feeds give only by name, such as “Stockton-on-Tees”.',
    z.optional(z.record(z.string(), z.array(z.string()))),
  ),
  feeds: described('Feeds that are imported automatically.', z.optional(z.array(FeedEntry))),
  map: z.optional(
    z.strictObject({
      tiles: matching(
        'Address of the map tiles with {z}, {x} and {y}; if it starts with /, this backend serves them.',
        /^(https?:\/)?\/.*\{z\}.*\{x\}.*\{y\}/,
        'must contain {z}, {x} and {y}',
      ),
      attribution: z.array(AttributionEntry).check(z.minLength(1)),
      maxZoom: wholeNumber('The highest zoom level for which there are tiles.', 1, 22),
    }),
  ),
  suggestions: described(
    'Whether groups may suggest activities, which staff then accept or decline; false by default.',
    z.optional(z.boolean()),
  ),
  sampleActivities: z.optional(
    wholeNumber(
      'Number of sample activities to add to an empty directory, for demonstrations.',
      1,
      1_000_000,
    ),
  ),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

const ConsentSettings = z.strictObject({
  version: text('Stored with each permission; change it whenever a text changes.').check(
    z.maxLength(60),
  ),
  items: z.array(ConsentEntry).check(z.minLength(1), z.maxLength(20)),
});

const OthersEntry = z.strictObject({
  consent: ConsentSettings,
  safeguarding: z.strictObject({
    text: text('What to do about a concern for somebody’s safety.'),
    links: described(
      'Whom to call or text; tel: and sms: addresses.',
      z.array(Link).check(z.minLength(1)),
    ),
  }),
});

// A translation is complete or absent: nobody should agree to a mixture of languages.
const TranslationEntry = z.strictObject({
  hours: text('When the phone is answered.'),
  area: text('Description of the area that the service covers.'),
  needs: described('Translations of the service’s needs, with the same ids.', z.array(NeedEntry)),
  consent: described(
    'Translations of the service’s permissions, with the same ids.',
    ConsentSettings,
  ),
  urgentHelp: described(
    'Translations of the same entries, with the same ids; links may differ.',
    z.array(UrgentHelpEntry),
  ),
  elsewhere: described('Other organisations to which people can turn.', z.array(Link)),
  wording: described(
    'Texts that replace messages of this language’s catalogue, by key.',
    z.optional(z.record(z.string(), text('The text; placeholders such as {name} are filled in.'))),
  ),
  others: z.optional(OthersEntry),
  categories: described(
    'The names of the directory’s categories, with the same ids.',
    z.optional(
      z.array(
        z.strictObject({ id: text('Id of the category.'), label: text('Name of the category.') }),
      ),
    ),
  ),
});

/** An organisation whose website refers people to a service. */
export const PartnerEntry = z.strictObject({
  id: id('The value of data-partner on the partner’s website; unique in the whole deployment.'),
  name: text('Name of the partner.'),
  origins: z.array(
    described(
      'Exact origin of a page that contains the form, such as https://www.example.org.',
      origin,
    ),
  ),
});
export type PartnerEntry = z.infer<typeof PartnerEntry>;

/** A service to which people are referred, with all its settings. */
export const ServiceEntry = z.strictObject({
  id: id(
    'Stored with all data of the service; never change it. It is also the id of the service as a partner.',
  ),
  name: text('Name of the service.'),
  language: described('Language (BCP 47) of the texts in this entry, such as en-GB.', languageTag),
  phone: Link,
  hours: text('When the phone is answered.'),
  privacyNotice: z.optional(httpsAddress('https address of the privacy notice.')),
  area: text('Description of the area that the service covers.'),
  areas: areaList('Outward codes and sectors that the service covers.').check(z.minLength(1)),
  age: described('Ages of the people who may refer themselves.', ages),
  timeZone: described(
    'IANA time zone, such as Europe/London.',
    z.string().check(z.refine(isTimeZone, 'must be a time zone such as Europe/London')),
  ),
  firstContact,
  closedDays: described(
    'Dates other than weekends that are not working days, such as bank holidays.',
    z.array(date),
  ),
  questions: described(
    'Changes to the default mode of questions, by id: required, optional or off.',
    z.record(z.string(), QuestionMode),
  ),
  needs: described('What people can ask for help with.', z.array(NeedEntry).check(z.maxLength(40))),
  consent: ConsentSettings,
  urgentHelp: described(
    'Help for people who cannot wait, such as emergency services.',
    z.array(UrgentHelpEntry).check(z.minLength(1)),
  ),
  elsewhere: described(
    'Other organisations for people whom this service cannot accept.',
    z.array(Link),
  ),
  wording: described(
    'Texts that replace messages of the catalogue, by key.',
    z.record(z.string(), text('The text; placeholders such as {name} are filled in.')),
  ),
  translations: described(
    'The texts of this entry in other languages, by language tag, such as cy.',
    z.optional(z.record(languageTag, TranslationEntry)),
  ),
  directory: z.optional(DirectoryEntry),
  teams: described(
    'The teams and whose referrals each accepts; without this setting the service is a single team.',
    z.optional(z.array(TeamEntry).check(z.minLength(1))),
  ),
  teamOrder: described(
    'Which team takes a person whose area and GP practice have different teams: that of the practice (practice-first, the default), as for the link workers of a primary care network, or that of the area (area-first).',
    z.optional(z.enum(teamOrders)),
  ),
  audiences: described(
    'Who may refer to this service; self (people themselves) by default.',
    z.optional(z.array(z.enum(audiences)).check(z.minLength(1))),
  ),
  others: described('Texts for people who refer somebody else.', z.optional(OthersEntry)),
  linkWorkers: z.optional(
    httpsAddress('Address of the system that the service’s link workers use.'),
  ),
  status: described(
    'Whether people can look up the status of a referral; true by default, and not possible while the date of birth is not asked.',
    z.optional(z.boolean()),
  ),
  safety: z.optional(
    z.strictObject({
      exit: z.optional(
        httpsAddress(
          'Page that the “Exit this page” button opens; choose one that reveals nothing about the person.',
        ),
      ),
      clearAfterMinutes: z.optional(
        wholeNumber(
          'Minutes of inactivity after which the answers are cleared; 0 for never.',
          0,
          240,
        ),
      ),
    }),
  ),
  partners: z.array(PartnerEntry),
});
export type ServiceEntry = z.infer<typeof ServiceEntry>;

/** The settings file of a deployment. */
export const Deployment = z.strictObject({
  $schema: described('Address of the JSON Schema, for editors.', z.optional(z.string())),
  publicUrl: described(
    'Public address of this backend, such as https://refer.example.org; required behind a proxy.',
    z.optional(
      z
        .string()
        .check(
          z.refine(
            isPublicUrl,
            'must be an https address without a slash at its end (http only for localhost and 127.0.0.1)',
          ),
        ),
    ),
  ),
  services: z.array(ServiceEntry).check(z.minLength(1)),
});
export type Deployment = z.infer<typeof Deployment>;

// Plain http would let others on the network read what a person writes; it is allowed only on a developer's own machine.
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
