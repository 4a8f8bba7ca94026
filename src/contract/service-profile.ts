import * as z from 'zod/mini';
import { ContactLink } from './contact-link.js';

/** Something a person may want help with. */
export const Need = z.object({
  id: z.string(),
  label: z.string(),
  hint: z.optional(z.string()),
  /** Choosing it shows where to find help at once, beside the choice. */
  urgent: z.optional(z.boolean()),
});
export type Need = z.infer<typeof Need>;

/** One separate permission, in the words that the person sees. */
export const ConsentItem = z.object({
  id: z.string(),
  text: z.string(),
  hint: z.optional(z.string()),
  /** Without it the service cannot help; whoever declines sees other ways to get help. */
  required: z.boolean(),
});
export type ConsentItem = z.infer<typeof ConsentItem>;

/** Help for somebody who cannot wait. */
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

/** What a form needs to know of the service that a partner refers to. Nothing in it is personal. */
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
  age: z.object({ from: z.number(), to: z.optional(z.number()) }),
  /** IANA name of the time zone in which “today” and working days are counted. */
  timeZone: z.string(),
  firstContact: z.object({ workingDays: z.number() }),
  questions: z.catchall(z.object({}), QuestionMode),
  needs: z.array(Need),
  consent: z.object({ version: z.string(), items: z.array(ConsentItem) }),
  urgentHelp: z.array(UrgentHelp),
  /** Where to turn for people whom this service cannot take. */
  elsewhere: z.array(ContactLink),
  /** What keeps a person safe who fills in a form where others may see it. */
  safety: z.object({
    /** Address of a neutral page, for whoever leaves in a hurry. */
    exit: z.optional(z.string().check(z.regex(/^https:\/\//))),
    /** Minutes without input after which answers are cleared; 0 for never. */
    clearAfterMinutes: z.number(),
  }),
  /** Words of this service that replace those of the catalogue, by key. */
  wording: z.catchall(z.object({}), z.string()),
});
export type ServiceProfile = z.infer<typeof ServiceProfile>;
