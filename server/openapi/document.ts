import type * as z from 'zod/mini';
import { createDocument, type oas31, type ZodOpenApiOperationObject } from 'zod-openapi';
import { Problem } from '../../src/core/contract/problem.js';
import { examplesFor } from './request-examples.js';
import { type Description, descriptions } from './operations.js';
import { requests } from './request-schemas.js';
import { nameSchemas } from './schemas.js';

nameSchemas();

function operation(id: string, about: Description, version: string): ZodOpenApiOperationObject {
  const problems = { ...about.problems, 503: 'The database is unavailable; try again later.' };
  const errors = Object.entries(problems).map(
    ([status, description]) =>
      [
        status,
        { description, content: { 'application/problem+json': { schema: Problem } } },
      ] as const,
  );
  return {
    operationId: id,
    tags: [about.tag],
    summary: about.summary,
    description: about.description,
    ...(about.tag === 'Staff' ? { security: [{ staffToken: [] }] } : {}),
    parameters: [...about.parameters],
    ...requestBody(id, version),
    responses: {
      [about.status ?? '200']: {
        description: about.success,
        content: { 'application/json': { schema: about.endpoint.response } },
      },
      ...Object.fromEntries(errors),
    },
  };
}

function requestBody(id: string, version: string): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  const schema = new Map<string, z.ZodMiniType>(Object.entries(requests)).get(id);
  if (!schema) return {};
  const example = new Map<string, unknown>(Object.entries(examplesFor(version))).get(id);
  return { requestBody: { required: true, content: { 'application/json': { schema, example } } } };
}

/**
 * The OpenAPI document of this API, derived from the schemas of the contract.
 * @param version the version of the consent wording, for the examples
 */
export const openApi = (version: string): oas31.OpenAPIObject =>
  createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Kith API reference',
        version: '1',
        description:
          'Takes referrals to social prescribing services from forms on partners’ websites, and searches their directories of activities. Error responses are problem details as defined in RFC 9457.',
      },
      tags: [
        { name: 'Forms', description: 'Referral forms and status look-ups on partners’ websites.' },
        { name: 'Directory', description: 'The directory of activities.' },
        {
          name: 'Staff',
          description: 'Requires the staff token of a service: `Authorization: Bearer …`.',
        },
      ],
      paths: Object.fromEntries(
        Object.entries(descriptions).map(([id, about]) => [
          about.endpoint.path,
          { [about.endpoint.method.toLowerCase()]: operation(id, about, version) },
        ]),
      ),
      components: {
        securitySchemes: {
          staffToken: {
            type: 'http',
            scheme: 'bearer',
            description: 'The staff token of a service.',
          },
        },
      },
    },
    {
      // A later version may add fields to responses, so clients must not rely on there being no others.
      override: ({
        io,
        jsonSchema,
        zodSchema: {
          _zod: { def },
        },
      }) => {
        if (io === 'output' && def.type === 'object' && def.catchall === undefined)
          delete jsonSchema.additionalProperties;
      },
    },
  );
