import type { FormPage, Question } from './question.js';
import { agreement } from './referrer/agreement.js';
import { birth } from './person/birth.js';
import { contact } from './person/contact.js';
import { details } from './person/details.js';
import { introducer } from './referrer/introducer.js';
import { matters } from './help/matters.js';
import { name } from './person/name.js';
import { needs } from './help/needs.js';
import { permission } from './referrer/permission.js';
import { place } from './person/place.js';
import { practice } from './person/practice.js';
import { reason } from './help/reason.js';
import { referrer } from './referrer/referrer.js';
import { relation } from './referrer/relation.js';
import { risks } from './help/risks.js';
import { safeguarding } from './referrer/safeguarding.js';
import { support } from './person/support.js';
import { times } from './person/times.js';
import { urgency } from './help/urgency.js';

/** The questions that are asked only when somebody else is referred. */
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

/** The pages for referring somebody close: one question on each page. */
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

/** The pages for professionals, who fill in the form often: few pages, each with related questions. */
const professional: readonly FormPage[] = [
  alone(place),
  alone(safeguarding),
  alone(referrer),
  { id: 'person', questions: [name, birth, practice] },
  { id: 'reason', questions: [needs, reason, risks, urgency] },
  { id: 'reach', questions: [contact, details, times, support] },
  { id: 'agreement', questions: [agreement, permission] },
];

/** The pages for referring somebody else. */
export const pagesOfOthers = { 'someone-close': someoneClose, professional };
