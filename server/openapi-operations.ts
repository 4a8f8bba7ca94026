import type * as z from 'zod/mini';
import {
  checkCoverage,
  getProfile,
  getReferral,
  listReferrals,
  searchGpPractices,
  sendReferral,
} from '../src/contract/endpoints.js';

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
}

const partner: Parameter = {
  name: 'partner',
  in: 'query',
  required: true,
  description: 'Id of the partner on whose page the form stands. It decides the service.',
  schema: { type: 'string', examples: ['northside-library'] },
};

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Names this attempt: 8 to 200 visible ASCII characters, such as a UUID. Send the same key with the same body as often as needed; the referral is stored once and the answer stays the same.',
  schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
};

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

const noToken = { 401: 'There is no token, or no service has it.' };

/** Every endpoint of the contract, with what there is to say of it. */
export const told: readonly (readonly [Endpoint, Told])[] = [
  [
    getProfile,
    {
      id: 'getProfile',
      summary: 'What a form needs to know of the service',
      description: 'Names, words, questions and numbers. Nothing in it is personal.',
      parameters: [partner],
      done: 'The profile of the service, for this partner.',
      problems: noPartner,
    },
  ],
  [
    checkCoverage,
    {
      id: 'checkCoverage',
      summary: 'Whether the service covers a postcode',
      description: 'Posted, so that the postcode stands in no address and no log.',
      parameters: [partner],
      done: 'Whether the service takes people who live there.',
      problems: badBody,
    },
  ],
  [
    searchGpPractices,
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
    sendReferral,
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
    listReferrals,
    {
      id: 'listReferrals',
      summary: 'What arrived, newest first',
      description: 'Shows the referrals of the one service whose token is sent.',
      parameters: [
        {
          name: 'limit',
          in: 'query',
          required: false,
          description: 'How many to give at most.',
          schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
        },
        {
          name: 'before',
          in: 'query',
          required: false,
          description: 'The `next` of an earlier answer, to get older ones.',
          schema: { type: 'string' },
        },
      ],
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
      parameters: [
        {
          name: 'reference',
          in: 'path',
          required: true,
          description: 'Eight characters; capitals and small letters are the same.',
          schema: { type: 'string' },
        },
      ],
      done: 'The referral.',
      problems: { ...noToken, 404: 'The service has no such referral.' },
      isForStaff: true,
    },
  ],
];
