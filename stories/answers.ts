/** The answers of ordinary people on each page of a form, so that a story can begin further on. */
import { type Step, all, answered, chooses, comesTo, presses, types } from './play-steps.js';

interface Page {
  readonly title: string;
  readonly answer?: Step;
  readonly goOn?: string;
}

/** The pages of a form in their order, with an answer for each. */
export type PageAnswers = readonly Page[];

const bornIn1967 = all(types('Day', '27'), types('Month', '3'), types('Year', '1967'));
const lonely = chooses('Feeling lonely or cut off');

/** The consent that a referral cannot be sent without. */
export const required =
  'You may share what I told you with the link workers of Northside Link, so that they can help me';

/** The answers of a person who refers themself. */
export const self: PageAnswers = [
  { title: 'Refer yourself', goOn: 'Start now' },
  { title: 'Where do you live?', answer: types('Postcode', 'TS1 2AB') },
  { title: 'What is your date of birth?', answer: bornIn1967 },
  { title: 'What would you like help with?', answer: lonely },
  { title: 'What matters to you?' },
  { title: 'What is your name?', answer: types('Full name', 'Pat Example') },
  { title: 'How should we contact you?', answer: chooses('Phone call') },
  {
    title: 'How can we reach you?',
    answer: all(types('Phone number', '01632 960 001'), chooses('No, only speak to me')),
  },
  { title: 'When is a good time to contact you?' },
  { title: 'Do you have a GP practice?', answer: chooses('I’m not sure') },
  { title: 'Is there anything that would help you to talk with us?' },
  { title: 'Your permission', answer: chooses(required) },
  { title: 'Check your answers before you send them', goOn: 'Send my referral' },
  { title: 'Your referral has been sent' },
];

const agree = 'They know about this and agree';

/** The answers of a person who refers somebody close to them. */
export const someoneClose: PageAnswers = [
  { title: 'Refer someone', goOn: 'Start now' },
  { title: 'Where does the person live?', answer: types('Their postcode', 'TS1 2AB') },
  {
    title: 'Who is the person to you?',
    answer: all(chooses('My neighbour'), chooses('Yes, they know and they agree')),
  },
  { title: 'What is the person’s date of birth?', answer: bornIn1967 },
  { title: 'What would the person like help with?', answer: lonely },
  { title: 'What matters to the person?' },
  { title: 'What is the person’s name?', answer: types('Their full name', 'Pat Example') },
  { title: 'How should we contact the person?', answer: chooses('Phone call') },
  {
    title: 'How can we reach the person?',
    answer: all(types('Their phone number', '01632 960 001'), chooses('Yes')),
  },
  { title: 'When is a good time to contact the person?' },
  { title: 'Does the person have a GP practice?', answer: chooses('I do not know') },
  { title: 'Is there anything that would help the person to talk with us?' },
  {
    title: 'How can we reach you?',
    answer: all(
      types('Your name', 'Sam Example'),
      types('Your phone number', '01632 960 002'),
      chooses('No'),
    ),
  },
  { title: 'Your permission', answer: chooses(agree) },
  { title: 'Check the answers before you send them', goOn: 'Send my referral' },
  { title: 'The referral has been sent' },
];

/** The answers of a professional who refers somebody. */
export const professional: PageAnswers = [
  { title: 'Refer someone', goOn: 'Start now' },
  { title: 'Where does the person live?', answer: types('Their postcode', 'TS1 2AB') },
  { title: 'Are you worried that someone is being harmed, or may be soon?', answer: chooses('No') },
  {
    title: 'About you and your organisation',
    answer: all(
      types('Your name', 'Sam Example'),
      types('Your role', 'Adviser'),
      types('Your work email', 'sam@example.com'),
      chooses('Yes, tell me what happens'),
    ),
  },
  {
    title: 'Who are you referring?',
    answer: all(types('Their full name', 'Pat Example'), bornIn1967, chooses('I do not know')),
  },
  {
    title: 'Why are you referring them?',
    answer: all(
      lonely,
      types('Reason for referral', 'Has lost touch with everybody'),
      chooses('No known risks'),
    ),
  },
  {
    title: 'How can we reach the person?',
    answer: all(
      chooses('Phone call'),
      types('Their phone number', '01632 960 001'),
      chooses('Yes'),
    ),
  },
  {
    title: 'Permission',
    answer: all(chooses('Yes, they know about it and agree'), chooses(agree)),
  },
  { title: 'Check the answers before you send them', goOn: 'Send my referral' },
  { title: 'The referral has been sent' },
];

/** Answers the pages of a form until the page with this title, which stays unanswered. */
export const walks = (way: PageAnswers, title: string): Step => {
  const end = way.findIndex((page) => page.title === title);
  if (end < 0) throw new Error(`no page is called “${title}”`);
  return all(...way.slice(0, end).map(answersPage), ...(end === 0 ? [] : [comesTo(title)]));
};

const answersPage = ({ title, answer, goOn = 'Continue' }: Page): Step =>
  all(
    ...(goOn === 'Start now' ? [] : [comesTo(title)]),
    ...(answer ? [answer] : []),
    presses(goOn),
  );

/** Looks up the status of a referral a number of times. */
export const looksUp = (reference: string, year = '1957', times = 1): Step =>
  all(
    types('Reference', reference),
    types('Day', '27'),
    types('Month', '3'),
    types('Year', year),
    ...Array.from({ length: times }, () => all(presses('Show me'), answered)),
  );

/** Fills in every field of a suggestion, as a group would. */
export const suggests: Step = all(
  types('Name of the activity', 'Ukulele and song'),
  types('What happens there?', 'We sing together. Nobody has to be good at it.'),
  chooses('Arts'),
  types('When is it?', 'Tuesdays, 10am to noon'),
  chooses('People come to a place'),
  types('Address', '1 Example Street, Stockton'),
  types('Postcode of the place', 'TS18 1HU'),
  chooses('Any age'),
  chooses('Yes'),
  types('Name of the group', 'Made-up Singers'),
  types('Phone number of the group', '01632 960 330'),
  types('Your name', 'Ade Example'),
  types('Your email', 'ade@example.org'),
);
