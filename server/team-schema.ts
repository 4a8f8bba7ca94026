import * as z from 'zod/mini';
import { audiences, organisationKinds } from '../src/contract/audience.js';
import { ages, areaList, firstContact, id, languageTag, words } from './setting-fields.js';

/** Those of a service who take referrals of some people. */
export const TeamEntry = z.strictObject({
  id: id('Stored with each referral; never change it.'),
  name: words('Name of the team.').check(z.maxLength(100)),
  areas: areaList('Outward codes and sectors whose people it takes.'),
  practices: z.optional(
    z
      .array(z.string().check(z.regex(/^[A-Z0-9]{3,10}$/, 'must be an ODS code such as A81001')))
      .check(z.describe('GP practices whose patients it takes wherever they live.')),
  ),
  age: ages,
  languages: z.optional(
    z
      .array(languageTag)
      .check(z.describe('Languages (BCP 47) in which it works; none where any will do.')),
  ),
  kinds: z.optional(
    z
      .array(z.enum([...audiences, ...organisationKinds]))
      .check(
        z.describe('Who may refer to it, and from what kinds of organisation; all unless it says.'),
        z.minLength(1),
      ),
  ),
  capacity: z.strictObject({
    state: z
      .enum(['open', 'waiting-list', 'closed'])
      .check(z.describe('Whether it takes people at the moment.')),
    note: z.optional(words('Such as “about 6 weeks”.').check(z.maxLength(200))),
  }),
  next: words('What happens after a referral.').check(z.maxLength(500)),
  firstContact,
});
export type TeamEntry = z.infer<typeof TeamEntry>;
