import { Problem } from '../src/contract/problem.js';
import { examplesFor } from './openapi-examples.js';
import { type Endpoint, type Parameter, type Told, told } from './openapi-operations.js';
import { componentSchemas, schemaOf } from './openapi-schemas.js';

/** Something that can be asked for, in the words of OpenAPI. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: Readonly<Record<string, Answer>>;
}

interface RequestBody {
  readonly required: true;
  readonly content: { readonly 'application/json': { schema: unknown; example: unknown } };
}

/** An answer with its meaning. */
export interface Answer {
  readonly description: string;
  readonly headers?: unknown;
  readonly content?: Readonly<Record<string, { readonly schema: unknown }>>;
}

/** A whole OpenAPI 3.1 document. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, unknown>>;
    readonly securitySchemes: unknown;
  };
}

const problemContent = { 'application/problem+json': { schema: schemaOf(Problem) } };

const tagOf = ({ isForStaff, isOfDirectory }: Told): string => {
  if (isForStaff === true) return 'Staff';
  return isOfDirectory === true ? 'Directory' : 'Forms';
};

function operation(endpoint: Endpoint, about: Told, version: string): Operation {
  const problems = { ...about.problems, 503: 'The database cannot be reached; try again later.' };
  const refusals = Object.entries(problems).map(([status, description]): [string, Answer] => [
    status,
    { description, content: problemContent },
  ]);
  const done: Answer = {
    description: about.done,
    content: { 'application/json': { schema: schemaOf(endpoint.response) } },
  };
  return {
    operationId: about.id,
    summary: about.summary,
    description: about.description,
    tags: [tagOf(about)],
    ...(about.isForStaff === true ? { security: [{ staffToken: [] }] } : {}),
    parameters: about.parameters,
    ...requestBody(endpoint, version),
    responses: Object.fromEntries([...refusals, [about.status ?? '200', done]]),
  };
}

function requestBody(
  { path, request }: Endpoint,
  version: string,
): { readonly requestBody?: RequestBody } {
  if (!request) return {};
  const example: unknown = new Map<string, unknown>(Object.entries(examplesFor(version))).get(path);
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(request), example } },
    },
  };
}

/**
 * The description of this API, derived from the contract.
 * @param version that of the wording of permissions, for the examples
 */
export const openApi = (version: string): OpenApi => ({
  openapi: '3.1.0',
  info: {
    title: 'Kith',
    version: '1',
    description:
      'Takes referrals to social prescribing services from forms on partners’ websites, and finds activities.',
  },
  paths: Object.fromEntries(
    told.map(([endpoint, about]) => [
      endpoint.path,
      { [endpoint.method.toLowerCase()]: operation(endpoint, about, version) },
    ]),
  ),
  components: {
    schemas: componentSchemas(),
    securitySchemes: {
      staffToken: { type: 'http', scheme: 'bearer', description: 'The staff token of a service.' },
    },
  },
});
