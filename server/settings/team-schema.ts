import * as z from 'zod/mini';
import { audiences, organisationKinds } from '../../src/core/service/audience.js';
import {
  ages,
  areaList,
  described,
  firstContact,
  id,
  languageTag,
  text,
} from './setting-fields.js';

/** Which team comes first where a person's GP practice and area have different teams. */
export const teamOrders = ['practice-first', 'area-first'] as const;
export type TeamOrder = (typeof teamOrders)[number];

/** A team of a service and the referrals that it accepts. */
export const TeamEntry = z.strictObject({
  id: id('Stored with each referral; never change it.'),
  name: text('Name of the team.').check(z.maxLength(100)),
  areas: areaList('Outward codes and sectors of the people whom the team accepts.'),
  practices: described(
    'ODS codes of GP practices whose patients the team accepts wherever they live.',
    z.optional(
      z.array(z.string().check(z.regex(/^[A-Z0-9]{3,10}$/, 'must be an ODS code such as A81001'))),
    ),
  ),
  age: ages,
  languages: described(
    'Languages (BCP 47) in which the team works; leave out if it works in any language.',
    z.optional(z.array(languageTag)),
  ),
  kinds: described(
    'Audiences and kinds of organisation from which the team accepts referrals; all by default.',
    z.optional(z.array(z.enum([...audiences, ...organisationKinds])).check(z.minLength(1))),
  ),
  capacity: z.strictObject({
    state: described(
      'Whether the team currently accepts people.',
      z.enum(['open', 'waiting-list', 'closed']),
    ),
    note: z.optional(
      text('A note on the waiting time, such as “about 6 weeks”.').check(z.maxLength(200)),
    ),
  }),
  next: text('What happens after a referral, for the person who sent it.').check(z.maxLength(500)),
  firstContact,
});
export type TeamEntry = z.infer<typeof TeamEntry>;
