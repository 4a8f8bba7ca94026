import type * as z from 'zod/mini';
import { allAnswers } from './every-question.js';
import { schemaOf } from './schema-of-shape.js';

/** The answers of a referral, by question; each is checked further by `checkAnswers`. */
export const Answers = schemaOf(allAnswers);
export type Answers = z.infer<typeof Answers>;
