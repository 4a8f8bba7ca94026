import { ageOn } from '../../../../core/contract/date.js';
import { BirthAnswer } from '../earlier-answers.js';
import { question } from '../question.js';

// Nobody on record has lived longer than 122 years.
const oldest = 125;

/** Date of birth, ISO 8601. Whether the service takes that age is not an error but `eligibility`. */
export const birth = question({
  id: 'birth',
  section: 'you',
  mode: 'required',
  fields: [{ kind: 'date', name: 'date', isTitle: true }],
  answer: BirthAnswer,
  check(answer, { today }) {
    if (answer.date >= today) return [{ field: 'date', code: 'birth.date.future' }];
    if (ageOn(today, answer.date) > oldest) return [{ field: 'date', code: 'birth.date.early' }];
    return [];
  },
});
