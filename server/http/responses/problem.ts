import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FieldIssue, Problem } from '../../../src/core/contract/problem.js';
import { explainIssue } from './explain-issue.js';

const titles = new Map([
  [400, 'The request cannot be read'],
  [401, 'A token is needed'],
  [404, 'There is nothing here'],
  [405, 'This method is not possible here'],
  [413, 'The request is too large'],
  [415, 'The body must be JSON'],
  [422, 'The request cannot be accepted'],
  [429, 'There were too many tries'],
  [500, 'Something went wrong on our side'],
  [503, 'The service cannot be reached at the moment'],
]);

interface Details {
  readonly type?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldIssue[];
  readonly headers?: Readonly<Record<string, string>>;
}

// Enough for every field; limits the response to a body with thousands of invalid entries.
const maxIssues = 100;

/** An error response with problem details (RFC 9457). It repeats nothing that was sent. */
export function problem(status: number, { type, detail, errors, headers }: Details = {}): Response {
  const body: Problem = {
    type: type ?? 'about:blank',
    title: titles.get(status) ?? 'The request failed',
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined
      ? {}
      : { errors: distinct(errors).slice(0, maxIssues).map(withWords) }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  });
}

/** Ends the request with a problem, wherever it is found. */
export function refuse(status: ContentfulStatusCode, details?: Details): never {
  throw new HTTPException(status, { res: problem(status, details) });
}

/** Ends a request whose fields are invalid. */
export const refuseFields = (errors: readonly FieldIssue[]): never =>
  refuse(422, { detail: 'Some fields are missing or wrong; “errors” names them.', errors });

// Several rules of a schema may report the same issue.
const distinct = (errors: readonly FieldIssue[]): readonly FieldIssue[] => [
  ...new Map(errors.map((issue) => [`${issue.field} ${issue.code}`, issue])).values(),
];

const withWords = (issue: FieldIssue): FieldIssue => {
  const named = { ...issue, field: plainPath(issue) };
  return { ...named, detail: issue.detail ?? explainIssue(issue) };
};

// The name of an unknown field comes from the client. It is useful to a developer if it looks like a name, and is left
// out if it could be anything else.
const plainPath = ({ field, code }: FieldIssue): string =>
  code !== 'field.unknown' || /^[\w.-]{1,120}$/.test(field) ? field : '';
