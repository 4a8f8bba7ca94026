import * as z from 'zod/mini';
import { audiences, organisationKinds } from '../../src/core/service/audience.js';
import { ages, areaList, firstContact, id, languageTag, text } from './setting-fields.js';

/** A team of a service and the referrals that it accepts. */
export const TeamEntry = z.strictObject({
  id: id('Stored with each referral; never change it.'),
  name: text('Name of the team.').check(z.maxLength(100)),
  areas: areaList('Outward codes and sectors of the people whom the team accepts.'),
  practices: z.optional(
    z
      .array(z.string().check(z.regex(/^[A-Z0-9]{3,10}$/, 'must be an ODS code such as A81001')))
      .check(
        z.describe('ODS codes of GP practices whose patients the team accepts wherever they live.'),
      ),
  ),
  age: ages,
  languages: z.optional(
    z
      .array(languageTag)
      .check(
        z.describe(
          'Languages (BCP 47) in which the team works; leave out if it works in any language.',
        ),
      ),
  ),
  kinds: z.optional(
    z
      .array(z.enum([...audiences, ...organisationKinds]))
      .check(
        z.describe(
          'Audiences and kinds of organisation from which the team accepts referrals; all by default.',
        ),
        z.minLength(1),
      ),
  ),
  capacity: z.strictObject({
    state: z
      .enum(['open', 'waiting-list', 'closed'])
      .check(z.describe('Whether the team currently accepts people.')),
    note: z.optional(
      text('A note on the waiting time, such as “about 6 weeks”.').check(z.maxLength(200)),
    ),
  }),
  next: text('What happens after a referral, for the person who sent it.').check(z.maxLength(500)),
  firstContact,
});
export type TeamEntry = z.infer<typeof TeamEntry>;
