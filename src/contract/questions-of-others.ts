import type { FormPage, Question } from './question.js';
import { agreement } from './questions/agreement.js';
import { birth } from './questions/birth.js';
import { contact } from './questions/contact.js';
import { details } from './questions/details.js';
import { introducer } from './questions/introducer.js';
import { matters } from './questions/matters.js';
import { name } from './questions/name.js';
import { needs } from './questions/needs.js';
import { permission } from './questions/permission.js';
import { place } from './questions/place.js';
import { practice } from './questions/practice.js';
import { reason } from './questions/reason.js';
import { referrer } from './questions/referrer.js';
import { relation } from './questions/relation.js';
import { risks } from './questions/risks.js';
import { safeguarding } from './questions/safeguarding.js';
import { support } from './questions/support.js';
import { times } from './questions/times.js';
import { urgency } from './questions/urgency.js';

/** The questions that only those are asked who refer somebody else. */
export const ofOthers = {
  relation,
  introducer,
  safeguarding,
  referrer,
  reason,
  risks,
  urgency,
  agreement,
};

const alone = (question: Question): FormPage => ({ id: question.id, questions: [question] });

/** The pages for somebody who refers a person close to them, one question to a page as for the person themself. */
const someoneClose: readonly FormPage[] = [
  place,
  relation,
  birth,
  needs,
  matters,
  name,
  contact,
  details,
  times,
  practice,
  support,
  introducer,
  permission,
].map(alone);

/** The pages for professionals, who do this daily: few, each with what belongs together. */
const professional: readonly FormPage[] = [
  alone(place),
  alone(safeguarding),
  alone(referrer),
  { id: 'person', questions: [name, birth, practice] },
  { id: 'reason', questions: [needs, reason, risks, urgency] },
  { id: 'reach', questions: [contact, details, times, support] },
  { id: 'agreement', questions: [agreement, permission] },
];

/** The pages for whoever refers somebody else. */
export const pagesOfOthers = { 'someone-close': someoneClose, professional };
