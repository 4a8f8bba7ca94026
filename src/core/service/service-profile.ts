import * as z from 'zod/mini';
import { audiences } from './audience.js';
import { ContactLink } from '../contract/contact-link.js';
import { AgeRange } from './team.js';

/** Something a person may want help with. */
export const Need = z.object({
  id: z.string(),
  label: z.string(),
  hint: z.optional(z.string()),
  /** Choosing it shows where to find help at once, beside the choice. */
  urgent: z.optional(z.boolean()),
});
export type Need = z.infer<typeof Need>;

/** One separate permission, worded as the person sees it. */
export const ConsentItem = z.object({
  id: z.string(),
  text: z.string(),
  hint: z.optional(z.string()),
  /** Without it the service cannot help; whoever declines sees other ways to get help. */
  required: z.boolean(),
});
export type ConsentItem = z.infer<typeof ConsentItem>;

/** The wording of all permissions, with its version. */
export const ConsentWording = z.object({ version: z.string(), items: z.array(ConsentItem) });
export type ConsentWording = z.infer<typeof ConsentWording>;

/** Help for somebody in urgent need. */
export const UrgentHelp = z.object({
  id: z.string(),
  heading: z.string(),
  text: z.optional(z.string()),
  links: z.array(ContactLink),
});
export type UrgentHelp = z.infer<typeof UrgentHelp>;

/** Whether a question is asked, and whether it may be left empty. */
export const QuestionMode = z.enum(['required', 'optional', 'off']);
export type QuestionMode = z.infer<typeof QuestionMode>;

/** The service that a partner refers to, as forms need it. Contains no personal data. */
export const ServiceProfile = z.object({
  service: z.object({
    id: z.string(),
    name: z.string(),
    /** Who to call instead of using the form. */
    phone: ContactLink,
    /** When the phone is answered. */
    hours: z.string(),
    privacyNotice: z.optional(z.string().check(z.regex(/^https?:\/\//))),
  }),
  partner: z.object({ id: z.string(), name: z.string() }),
  /** The language (BCP 47) of all wording in this profile. */
  language: z.string(),
  /** The area in words, such as “Northside and the villages around it”. */
  area: z.string(),
  /** The ages of people who may refer themselves; a team may take others. */
  age: AgeRange,
  /** IANA name of the time zone in which “today” and working days are counted. */
  timeZone: z.string(),
  firstContact: z.object({ workingDays: z.number() }),
  questions: z.catchall(z.object({}), QuestionMode),
  needs: z.array(Need),
  consent: ConsentWording,
  urgentHelp: z.array(UrgentHelp),
  /** Other help, for people whom this service cannot take. */
  elsewhere: z.array(ContactLink),
  /** Texts of this service that replace messages, by key. */
  wording: z.catchall(z.object({}), z.string()),
  /** Who may refer here. */
  audiences: z.array(z.enum(audiences)),
  /** For whoever refers somebody else. */
  others: z.optional(
    z.object({
      consent: ConsentWording,
      /** How to report a concern about somebody's safety: by phone, never by a form. */
      safeguarding: z.object({ text: z.string(), links: z.array(ContactLink) }),
    }),
  ),
  /** Where link workers of the service work. */
  linkWorkers: z.optional(z.string().check(z.regex(/^https:\/\//))),
  /** Whether people can look up the status of a referral. */
  status: z.boolean(),
  /** Whether groups can suggest activities for the directory. */
  suggestions: z.boolean(),
  /** What keeps people safe on a computer that they share. */
  safety: z.object({
    /** A neutral page to which the exit button leads. */
    exit: z.string().check(z.regex(/^https:\/\//)),
    /** Minutes without input after which answers are cleared; 0 for never. */
    clearAfterMinutes: z.number(),
  }),
});
export type ServiceProfile = z.infer<typeof ServiceProfile>;

/** The part of a service's profile that decides which menu entries are offered. */
export const OfferedAudiences = z.pick(ServiceProfile, {
  audiences: true,
  linkWorkers: true,
  suggestions: true,
});
export type OfferedAudiences = z.infer<typeof OfferedAudiences>;
