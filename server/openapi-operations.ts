import type * as z from 'zod/mini';
import {
  type FilterName,
  distances,
  filterNames,
  filterValues,
  mostResults,
  sorts,
  usualResults,
} from '../src/contract/activity-query.js';
import {
  checkCoverage,
  getProfile,
  searchGpPractices,
  sendReferral,
} from '../src/contract/intake-endpoints.js';
import {
  decideSuggestion,
  getReferral,
  listActivityReports,
  listReferrals,
  listSuggestions,
  setReferralStatus,
} from '../src/contract/staff-endpoints.js';
import { lookUpStatus } from '../src/contract/status-endpoints.js';
import { suggestActivity } from '../src/contract/suggestion-endpoints.js';
import {
  findPlace,
  getActivity,
  getDirectory,
  reportActivity,
  searchActivities,
} from '../src/contract/directory-endpoints.js';
import { suggestionStates } from '../src/contract/activity-suggestion.js';
import { requests } from '../src/contract/requests.js';

/** A value in the address or in a header. */
export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: unknown;
}

/** An endpoint as the contract writes it. */
export interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly request?: z.ZodMiniType;
  readonly response: z.ZodMiniType;
}

/** What people want to know of an endpoint. */
export interface Told {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly status?: string;
  readonly done: string;
  /** Answers besides the good one. */
  readonly problems: Readonly<Record<string, string>>;
  readonly isForStaff?: boolean;
  readonly isOfDirectory?: boolean;
}

const partner: Parameter = {
  name: 'partner',
  in: 'query',
  required: true,
  description: 'Id of the partner on whose page the form stands. It decides the service.',
  schema: { type: 'string', examples: ['northside-library'] },
};

const language: Parameter = {
  name: 'lang',
  in: 'query',
  required: false,
  description:
    'Language (BCP 47) of the wording; where the service has none in it, its own. Send a referral with the same language: what was agreed to is kept in it.',
  schema: { type: 'string', examples: ['cy'] },
};

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Names this attempt: 8 to 200 visible ASCII characters, such as a UUID. Send the same key with the same body as often as needed; it is stored once and the answer stays the same.',
  schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
};

const text = (name: string, description: string, where: Parameter['in'] = 'query'): Parameter => ({
  name,
  in: where,
  required: where === 'path',
  description,
  schema: { type: 'string' },
});

const oneOf = (name: string, description: string, values: readonly string[]): Parameter => ({
  ...text(name, description),
  schema: { type: 'string', enum: values },
});

const several = (name: FilterName): Parameter => {
  const values: readonly string[] | undefined = filterValues[name];
  return {
    ...text(
      name,
      name === 'access'
        ? 'May come several times: all must be met.'
        : 'May come several times: any of them.',
    ),
    schema: {
      type: 'array',
      items: { type: 'string', ...(values ? { enum: values } : {}) },
    },
  };
};

const reference = text(
  'reference',
  'Eight characters; capitals and small letters are the same.',
  'path',
);

const pageParameters: readonly Parameter[] = [
  {
    ...text('limit', 'How many to give at most.'),
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
  text('before', 'The `next` of an earlier answer, to get older ones.'),
];

const searchParameters: readonly Parameter[] = [
  text('q', 'Words, in any form; the last may be unfinished.'),
  text('place', 'An outward code such as TS18, or a point such as 54.57,-1.32 of two decimals.'),
  oneOf(
    'distance',
    'Miles from the place; 10 unless something else is asked for.',
    distances.map(String),
  ),
  ...filterNames.map(several),
  oneOf('sort', 'The order of results.', sorts),
  text('ids', 'These activities and no others, with commas between.'),
  {
    ...text('limit', 'How many to give at most.'),
    schema: { type: 'integer', minimum: 1, maximum: mostResults, default: usualResults },
  },
  text('after', 'The `next` of an earlier answer, to get the next page.'),
];

const noPartner = {
  400: 'No partner is named in the address.',
  404: 'There is no such partner.',
};

const badBody = {
  ...noPartner,
  400: 'No partner is named, or the body is not JSON in UTF-8.',
  413: 'The body is larger than 64 KiB.',
  415: 'The body is not sent as application/json.',
  422: 'Fields are missing or wrong; `errors` names them.',
};

const badStaffBody = { ...badBody, 400: 'The body is not JSON in UTF-8.' };

const noToken = { 401: 'There is no token, or no service has it.' };

/** Every endpoint of the contract, with what there is to say of it. */
export const told: readonly (readonly [Endpoint, Told])[] = [
  [
    getProfile,
    {
      id: 'getProfile',
      summary: 'What a form needs to know of the service',
      description: 'Names, words, questions and numbers. Nothing in it is personal.',
      parameters: [partner, language],
      done: 'The profile of the service, for this partner.',
      problems: noPartner,
    },
  ],
  [
    { ...checkCoverage, request: requests.checkCoverage },
    {
      id: 'checkCoverage',
      summary: 'Whether the service covers a postcode',
      description:
        'Posted, so that the postcode stands in no address and no log. Where `byPractice` is true, ask for the GP practice and ask again with it. Teams that are closed stand in the answer, too.',
      parameters: [partner],
      done: 'Whether the service takes people who live there, and its teams that do.',
      problems: badBody,
    },
  ],
  [
    { ...searchGpPractices, request: requests.searchGpPractices },
    {
      id: 'searchGpPractices',
      summary: 'GP practices that fit what was typed',
      description: 'Looks in name, address and postcode, best first, ten at most.',
      parameters: [partner],
      done: 'The practices found; none is an answer, too.',
      problems: badBody,
    },
  ],
  [
    { ...sendReferral, request: requests.sendReferral },
    {
      id: 'sendReferral',
      summary: 'Send a referral',
      description:
        'A 201 means that the referral is on disk. Whoever gets no answer sends the same again with the same key. A 422 of the type `/problems/not-eligible` is not a mistake: the service cannot take this person.',
      parameters: [partner, idempotencyKey],
      status: '201',
      done: 'The referral is safely stored.',
      problems: {
        ...badBody,
        400: `${badBody[400]} Or the Idempotency-Key is missing.`,
        422: 'Fields are wrong (`errors` names them), or the service cannot take this person, or the key came with another body before; `type` says which.',
      },
    },
  ],
  [
    { ...lookUpStatus, request: requests.lookUpStatus },
    {
      id: 'lookUpStatus',
      summary: 'How a referral stands',
      description:
        'For whoever knows its reference and the date of birth of the person who was referred. Posted, so that neither stands in an address or a log. A wrong date of birth and an unknown reference get the same answer.',
      parameters: [partner],
      done: 'How it stands. Nothing in the answer says who it is about.',
      problems: {
        ...badBody,
        404: 'There is no such partner, or its service does not tell how referrals stand.',
        422: 'Fields are missing or wrong, or there is no referral of this reference and date of birth (`status.unknown`).',
        429: 'There were too many wrong tries for this reference, or for all of the service; `Retry-After` says for how many seconds.',
      },
    },
  ],
  [
    listReferrals,
    {
      id: 'listReferrals',
      summary: 'What arrived, newest first',
      description: 'Shows the referrals of the one service whose token is sent.',
      parameters: pageParameters,
      done: 'Referrals with their answers and permissions.',
      problems: { 400: '`limit` or `before` is wrong.', ...noToken },
      isForStaff: true,
    },
  ],
  [
    getReferral,
    {
      id: 'getReferral',
      summary: 'One referral',
      description: 'Finds it by the reference that the person was given.',
      parameters: [reference],
      done: 'The referral.',
      problems: { ...noToken, 404: 'The service has no such referral.' },
      isForStaff: true,
    },
  ],
  [
    { ...setReferralStatus, request: requests.setReferralStatus },
    {
      id: 'setReferralStatus',
      summary: 'Say how a referral stands',
      description:
        'Keeps who says so, and when. Whoever knows the reference and the date of birth sees the status from then on, but neither the note nor who set it.',
      parameters: [reference],
      done: 'The referral with its whole history.',
      problems: { ...badStaffBody, ...noToken, 404: 'The service has no such referral.' },
      isForStaff: true,
    },
  ],
  [
    getDirectory,
    {
      id: 'getDirectory',
      summary: 'What a finder needs to know of the directory',
      description: 'Categories, filters, the map, and whom to name as the source.',
      parameters: [partner, language],
      done: 'The directory of the service.',
      problems: noPartner,
      isOfDirectory: true,
    },
  ],
  [
    searchActivities,
    {
      id: 'searchActivities',
      summary: 'Find activities',
      description:
        'All parameters may be left out. `facets` says how many activities each further filter would leave. Answers may be kept for a minute and have an ETag.',
      parameters: [partner, ...searchParameters],
      done: 'Activities that fit, a page at a time.',
      problems: { ...noPartner, 422: 'A parameter cannot be used; `errors` names it.' },
      isOfDirectory: true,
    },
  ],
  [
    getActivity,
    {
      id: 'getActivity',
      summary: 'One activity',
      description:
        'With its next three dates. The same address with `.ics` after the id gives a calendar file.',
      parameters: [
        partner,
        text('id', 'Id of the activity.', 'path'),
        text('place', 'As in a search: venues come nearest first.'),
      ],
      done: 'The activity.',
      problems: {
        ...noPartner,
        404: 'There is no such partner or activity.',
        422: '`place` is unknown.',
      },
      isOfDirectory: true,
    },
  ],
  [
    { ...findPlace, request: requests.findPlace },
    {
      id: 'findPlace',
      summary: 'Where a place is that somebody typed',
      description:
        'Posted, so that a full postcode stands in no address and no log. Only its outward code is used.',
      parameters: [partner],
      done: 'The place, never finer than about 1 km; its `id` goes into a search.',
      problems: { ...badBody, 422: 'The place is unknown, or the field is missing.' },
      isOfDirectory: true,
    },
  ],
  [
    { ...reportActivity, request: requests.reportActivity },
    {
      id: 'reportActivity',
      summary: 'Say that an entry is wrong',
      description: 'Asks for nothing about the person who says it.',
      parameters: [partner],
      status: '201',
      done: 'The report is stored for the staff of the service.',
      problems: badBody,
      isOfDirectory: true,
    },
  ],
  [
    listActivityReports,
    {
      id: 'listActivityReports',
      summary: 'Reports of wrong entries, newest first',
      description: 'Shows those of the one service whose token is sent.',
      parameters: [text('before', 'The `next` of an earlier answer, to get older ones.')],
      done: 'Reports.',
      problems: { 400: '`before` is wrong.', ...noToken },
      isForStaff: true,
    },
  ],
  [
    { ...suggestActivity, request: requests.suggestActivity },
    {
      id: 'suggestActivity',
      summary: 'Suggest an activity for the directory',
      description:
        'For whoever runs it. It waits until staff of the service accept it. `contact` is shown to everybody then, `by` to staff alone.',
      parameters: [partner, idempotencyKey],
      status: '201',
      done: 'The suggestion is safely stored.',
      problems: {
        ...badBody,
        400: `${badBody[400]} Or the Idempotency-Key is missing.`,
        404: 'There is no such partner, or its service takes no suggestions.',
        422: 'Fields are wrong (`errors` names them), or the key came with another body before; `type` says which.',
      },
      isOfDirectory: true,
    },
  ],
  [
    listSuggestions,
    {
      id: 'listSuggestions',
      summary: 'Suggested activities, newest first',
      description: 'Shows those of the one service whose token is sent.',
      parameters: [
        oneOf('state', 'Only those that stand so.', suggestionStates),
        ...pageParameters,
      ],
      done: 'Suggestions with who decided what and when.',
      problems: { 400: '`state`, `limit` or `before` is wrong.', ...noToken },
      isForStaff: true,
    },
  ],
  [
    { ...decideSuggestion, request: requests.decideSuggestion },
    {
      id: 'decideSuggestion',
      summary: 'Accept or decline a suggested activity',
      description:
        'An accepted one stands in the directory with the answer; an accepted one that is declined later is taken away again. Keeps who decided, and when.',
      parameters: [reference],
      done: 'The suggestion as it is now.',
      problems: { ...badStaffBody, ...noToken, 404: 'The service has no such suggestion.' },
      isForStaff: true,
    },
  ],
];
