import type * as z from 'zod/mini';
import type { requests } from './request-schemas.js';

type Examples = { readonly [Name in keyof typeof requests]: z.infer<(typeof requests)[Name]> };

/**
 * A valid example of every request body, by the name of the endpoint. The demonstration accepts each.
 * @param version the version of the consent wording, as in the service's profile
 */
export const examplesFor = (version: string): Examples => ({
  checkCoverage: { postcode: 'TS18 1HU' },
  searchGpPractices: { query: 'densham' },
  sendReferral: {
    for: 'self',
    language: 'en-GB',
    answers: {
      place: { postcode: 'TS18 1HU' },
      birth: { date: '1957-03-27' },
      needs: { choices: ['lonely', 'money'] },
      matters: { text: 'I used to sing in a choir and would like to meet people again.' },
      name: { full: 'Maya Example', preferred: 'Maya' },
      contact: { ways: ['phone', 'email'] },
      details: {
        phone: '01632 960 001',
        leaveMessage: 'discreet',
        email: 'maya@example.com',
        emailSafe: 'yes',
      },
      times: { choices: ['morning'], note: 'Not on Fridays' },
      practice: { status: 'registered', name: 'The Densham Surgery', code: 'A81001' },
      support: { language: 'Welsh', interpreter: 'yes', formats: ['large-print'] },
      permission: { agreed: ['share', 'gp'], version },
    },
  },
  lookUpStatus: { reference: '7K24XWT9', birth: '1957-03-27' },
  setReferralStatus: {
    status: 'accepted',
    by: 'Lin Example',
    note: 'Will call on Thursday.',
  },
  suggestActivity: {
    name: 'Repair together',
    description: 'Bring what is broken and mend it with others. Tea and tools are there.',
    category: 'befriending',
    when: 'Tuesdays, 10am to noon',
    place: 'in-person',
    venue: 'Made-up Hall',
    address: '1 Example Street, Stockton',
    postcode: 'TS18 1HU',
    access: ['step-free', 'hearing-loop'],
    free: 'yes',
    ages: 'some',
    from: '18',
    organisation: 'Made-up Menders',
    phone: '01632 960 330',
    website: 'https://menders.example.org',
    yourName: 'Ade Example',
    yourEmail: 'ade@example.org',
  },
  decideSuggestion: {
    decision: 'accept',
    by: 'Lin Example',
  },
  findPlace: { text: 'Stockton' },
  reportActivity: {
    activity: '7cb585a4-921f-83ad-822b-ceeb2cd49d30',
    kind: 'time',
    text: 'It starts at 11am now.',
  },
});
