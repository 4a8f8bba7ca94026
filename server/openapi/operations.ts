import type * as z from 'zod/mini';
import type { oas31 } from 'zod-openapi';
import { getProfile } from '../../src/core/service/endpoints.js';
import {
  type FilterName,
  distances,
  filterNames,
  filterValues,
  maxResults,
  sorts,
  defaultResults,
} from '../../src/directory/contract/activity-query.js';
import {
  checkCoverage,
  searchGpPractices,
  sendReferral,
} from '../../src/referral/contract/endpoints.js';
import { listActivityReports } from '../../src/directory/contract/staff-endpoints.js';
import { getReferral, listReferrals } from '../../src/referral/contract/staff-endpoints.js';
import { setReferralStatus } from '../../src/status/contract/staff-endpoints.js';
import {
  decideSuggestion,
  listSuggestions,
} from '../../src/suggestion/contract/staff-endpoints.js';
import { lookUpStatus } from '../../src/status/contract/endpoints.js';
import { suggestActivity } from '../../src/suggestion/contract/endpoints.js';
import {
  findPlace,
  getActivity,
  getDirectory,
  reportActivity,
  searchActivities,
} from '../../src/directory/contract/endpoints.js';
import { suggestionStates } from '../../src/suggestion/contract/activity-suggestion.js';

/** An endpoint as defined in the contract. */
export interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly response: z.ZodMiniType;
}

/** How the API reference describes an endpoint. */
export interface Description {
  readonly endpoint: Endpoint;
  readonly tag: 'Forms' | 'Directory' | 'Staff';
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly oas31.ParameterObject[];
  readonly status?: '201';
  /** A description of the successful response. */
  readonly success: string;
  /** The error responses, by status. */
  readonly problems: Readonly<Record<number, string>>;
}

const partner: oas31.ParameterObject = {
  name: 'partner',
  in: 'query',
  required: true,
  description: 'The id of the partner whose page makes the request. It determines the service.',
  schema: { type: 'string', examples: ['northside-library'] },
};

const language: oas31.ParameterObject = {
  name: 'lang',
  in: 'query',
  description:
    'The language of the wording, as a BCP 47 tag. If the service has no wording in it, the service’s own language is used. Send the referral with the same language, so that it is stored with the consent wording that the person saw.',
  schema: { type: 'string', examples: ['cy'] },
};

const idempotencyKey: oas31.ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Identifies this submission: 8 to 200 visible ASCII characters, such as a UUID. Repeat the request with the same key and the same body as often as needed: it is stored once, and every response is the same.',
  schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
};

const queryParameter = (name: string, description: string): oas31.ParameterObject => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
});

const pathParameter = (name: string, description: string): oas31.ParameterObject => ({
  ...queryParameter(name, description),
  in: 'path',
  required: true,
});

const oneOf = (
  name: string,
  description: string,
  values: readonly string[],
): oas31.ParameterObject => ({
  ...queryParameter(name, description),
  schema: { type: 'string', enum: [...values] },
});

const limit = (maximum: number, usual: number): oas31.ParameterObject => ({
  ...queryParameter('limit', 'The maximum number of results on a page.'),
  schema: { type: 'integer', minimum: 1, maximum, default: usual },
});

function filter(name: FilterName): oas31.ParameterObject {
  const values: readonly string[] | undefined = filterValues[name];
  return {
    ...queryParameter(
      name,
      name === 'access'
        ? 'May be repeated; results match all of the values.'
        : 'May be repeated; results match any of the values.',
    ),
    schema: { type: 'array', items: { type: 'string', ...(values ? { enum: [...values] } : {}) } },
  };
}

const reference = pathParameter('reference', 'Eight characters, in upper or lower case.');

const before = queryParameter(
  'before',
  'The `next` of the previous response, to get the page of older entries.',
);

const pageParameters = [limit(200, 50), before];

const searchParameters = [
  queryParameter(
    'q',
    'Words to search for, in any grammatical form. The last word may be incomplete.',
  ),
  queryParameter(
    'place',
    'An outward code such as TS18, or a latitude and longitude with two decimal places such as 54.57,-1.32.',
  ),
  oneOf('distance', 'The distance from the place in miles; 10 by default.', distances.map(String)),
  ...filterNames.map(filter),
  oneOf('sort', 'The order of the results.', sorts),
  queryParameter('ids', 'Returns only the activities with these ids, separated by commas.'),
  limit(maxResults, defaultResults),
  queryParameter('after', 'The `next` of the previous response, to get the next page.'),
];

const partnerProblems = {
  400: 'The address does not name a partner.',
  404: 'There is no such partner.',
};

const bodyProblems = {
  ...partnerProblems,
  400: 'The address does not name a partner, or the body is not JSON in UTF-8.',
  413: 'The body is larger than 64 KiB.',
  415: 'The body is not sent as application/json.',
  422: 'Fields are missing or invalid; `errors` names them.',
};

const submissionProblems = {
  ...bodyProblems,
  400: 'The address does not name a partner, the body is not JSON in UTF-8, or the Idempotency-Key is missing.',
};

const tokenProblem = { 401: 'The staff token is missing or invalid.' };

const staffBodyProblems = {
  ...bodyProblems,
  ...tokenProblem,
  400: 'The body is not JSON in UTF-8.',
};

/** How the API reference describes every endpoint of the contract, by operation id. */
export const descriptions: Readonly<Record<string, Description>> = {
  getProfile: {
    endpoint: getProfile,
    tag: 'Forms',
    summary: 'Get the service profile',
    description:
      'Returns what a form shows and asks: names, wording, questions and telephone numbers. It contains no personal data.',
    parameters: [partner, language],
    success: 'The profile of the service for this partner.',
    problems: partnerProblems,
  },
  checkCoverage: {
    endpoint: checkCoverage,
    tag: 'Forms',
    summary: 'Check whether a postcode is covered',
    description:
      'Uses POST so that the postcode does not appear in addresses or logs. If `byPractice` is true, the GP practice may decide: repeat the request with it once it is known. The response includes teams that are closed.',
    parameters: [partner],
    success: 'Whether the service takes people who live there, and which of its teams do.',
    problems: bodyProblems,
  },
  searchGpPractices: {
    endpoint: searchGpPractices,
    tag: 'Forms',
    summary: 'Search for GP practices',
    description:
      'Searches names, addresses and postcodes. Returns at most ten practices, the best matches first.',
    parameters: [partner],
    success: 'The practices found, if any.',
    problems: bodyProblems,
  },
  sendReferral: {
    endpoint: sendReferral,
    tag: 'Forms',
    summary: 'Submit a referral',
    description:
      'A 201 response means that the referral is stored. If there is no response, repeat the request with the same key. A 422 response of the type `/problems/not-eligible` is not an error in the request: the service cannot take this person.',
    parameters: [partner, idempotencyKey],
    status: '201',
    success: 'The referral is stored.',
    problems: {
      ...submissionProblems,
      422: 'Fields are missing or invalid (`errors` names them), the service cannot take this person, or the key was used with a different body; `type` says which.',
    },
  },
  lookUpStatus: {
    endpoint: lookUpStatus,
    tag: 'Forms',
    summary: 'Get the status of a referral',
    description:
      'Requires the reference of the referral and the date of birth of the person referred. Uses POST so that neither appears in addresses or logs. A wrong date of birth and an unknown reference get the same response.',
    parameters: [partner],
    success: 'The status of the referral. The response does not identify the person.',
    problems: {
      ...bodyProblems,
      404: 'There is no such partner, or its service does not offer status look-ups.',
      422: 'Fields are missing or invalid, or there is no referral with this reference and date of birth (`status.unknown`).',
      429: 'There were too many failed attempts for this reference or for the service; `Retry-After` gives the number of seconds to wait.',
    },
  },
  listReferrals: {
    endpoint: listReferrals,
    tag: 'Staff',
    summary: 'List referrals',
    description: 'Returns the referrals of the service whose token is sent, newest first.',
    parameters: pageParameters,
    success: 'A page of referrals with their answers and permissions.',
    problems: { ...tokenProblem, 400: '`limit` or `before` is invalid.' },
  },
  getReferral: {
    endpoint: getReferral,
    tag: 'Staff',
    summary: 'Get a referral',
    description: 'Finds a referral by the reference that the person was given.',
    parameters: [reference],
    success: 'The referral.',
    problems: { ...tokenProblem, 404: 'The service has no such referral.' },
  },
  setReferralStatus: {
    endpoint: setReferralStatus,
    tag: 'Staff',
    summary: 'Set the status of a referral',
    description:
      'Records the status, who set it and when. Anyone who knows the reference and the date of birth can see the status from then on, but neither the note nor the name.',
    parameters: [reference],
    success: 'The referral with the full history of its status.',
    problems: { ...staffBodyProblems, 404: 'The service has no such referral.' },
  },
  getDirectory: {
    endpoint: getDirectory,
    tag: 'Directory',
    summary: 'Get the directory profile',
    description: 'Returns the categories, filters, map settings and attributions of the directory.',
    parameters: [partner, language],
    success: 'The profile of the service’s directory.',
    problems: partnerProblems,
  },
  searchActivities: {
    endpoint: searchActivities,
    tag: 'Directory',
    summary: 'Search for activities',
    description:
      'All parameters but `partner` are optional. `facets` gives the number of activities that each further filter would leave. Responses have an ETag and may be cached for a minute.',
    parameters: [partner, ...searchParameters],
    success: 'A page of matching activities.',
    problems: { ...partnerProblems, 422: 'A parameter is invalid; `errors` names it.' },
  },
  getActivity: {
    endpoint: getActivity,
    tag: 'Directory',
    summary: 'Get an activity',
    description:
      'Returns the activity with its next three dates. The same address with `.ics` after the id returns a calendar file.',
    parameters: [
      partner,
      pathParameter('id', 'The id of the activity.'),
      queryParameter('place', 'A place as in a search; the nearest venues come first.'),
    ],
    success: 'The activity.',
    problems: {
      ...partnerProblems,
      404: 'There is no such partner or activity.',
      422: '`place` is unknown.',
    },
  },
  findPlace: {
    endpoint: findPlace,
    tag: 'Directory',
    summary: 'Find a place by name or postcode',
    description:
      'Uses POST so that a full postcode does not appear in addresses or logs. Only its outward code is used.',
    parameters: [partner],
    success: 'The place, accurate to about 1 km. Use its `id` in a search.',
    problems: { ...bodyProblems, 422: 'The place is unknown, or the field is missing.' },
  },
  reportActivity: {
    endpoint: reportActivity,
    tag: 'Directory',
    summary: 'Report an incorrect entry',
    description: 'Collects no data about the person who reports it.',
    parameters: [partner],
    status: '201',
    success: 'The report is stored for the staff of the service.',
    problems: bodyProblems,
  },
  listActivityReports: {
    endpoint: listActivityReports,
    tag: 'Staff',
    summary: 'List reports of incorrect entries',
    description: 'Returns the reports to the service whose token is sent, newest first.',
    parameters: [before],
    success: 'A page of reports.',
    problems: { ...tokenProblem, 400: '`before` is invalid.' },
  },
  suggestActivity: {
    endpoint: suggestActivity,
    tag: 'Directory',
    summary: 'Suggest an activity',
    description:
      'For organisers of activities. The suggestion is published once staff of the service have accepted it; `yourName` and `yourEmail` are shown to staff only.',
    parameters: [partner, idempotencyKey],
    status: '201',
    success: 'The suggestion is stored.',
    problems: {
      ...submissionProblems,
      404: 'There is no such partner, or its service takes no suggestions.',
      422: 'Fields are missing or invalid (`errors` names them), or the key was used with a different body; `type` says which.',
    },
  },
  listSuggestions: {
    endpoint: listSuggestions,
    tag: 'Staff',
    summary: 'List suggested activities',
    description: 'Returns the suggestions to the service whose token is sent, newest first.',
    parameters: [
      oneOf('state', 'Returns only suggestions in this state.', suggestionStates),
      ...pageParameters,
    ],
    success: 'A page of suggestions, each with the decisions about it.',
    problems: { ...tokenProblem, 400: '`state`, `limit` or `before` is invalid.' },
  },
  decideSuggestion: {
    endpoint: decideSuggestion,
    tag: 'Staff',
    summary: 'Accept or decline a suggested activity',
    description:
      'An accepted activity is in the directory as soon as the response is sent; declining it later removes it. Records who decided and when.',
    parameters: [reference],
    success: 'The suggestion in its new state.',
    problems: { ...staffBodyProblems, 404: 'The service has no such suggestion.' },
  },
};
