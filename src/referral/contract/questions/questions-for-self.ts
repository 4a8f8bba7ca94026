import type { FormPage, Question } from './question.js';
import { birth } from './person/birth.js';
import { contact } from './person/contact.js';
import { details } from './person/details.js';
import { matters } from './help/matters.js';
import { name } from './person/name.js';
import { needs } from './help/needs.js';
import { permission } from './referrer/permission.js';
import { place } from './person/place.js';
import { practice } from './person/practice.js';
import { support } from './person/support.js';
import { times } from './person/times.js';

/** The questions for a person who refers themself, in order. A new question is a new file and a line here. */
export const ofSelf = {
  place,
  birth,
  needs,
  matters,
  name,
  contact,
  details,
  times,
  practice,
  support,
  permission,
};

/** The pages for a person who refers themself: one question on each page. */
export const selfPages: readonly FormPage[] = Object.values<Question>(ofSelf).map((question) => ({
  id: question.id,
  questions: [question],
}));
