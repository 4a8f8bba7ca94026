import { html } from 'hono/html';
import type { Answer, OpenApi, Operation } from '../openapi.js';
import type { Parameter } from '../openapi-operations.js';
import type { Html } from './html-answer.js';
import { layout } from './layout.js';

/** The OpenAPI document as a page that people can read. */
export const docsPage = (document: OpenApi): Html => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return layout({
    title: 'What this backend answers',
    name: document.info.title,
    main: html`<h1>What this backend answers</h1>
      <p>${document.info.description}</p>
      <p>
        Errors are problems as RFC 9457 describes them. Programs can read
        <a href="/api/v1/openapi.json">the OpenAPI document</a>.
      </p>
      <nav aria-label="Endpoints">
        <ul>
          ${operations.map(
            ({ operation }) =>
              html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`,
          )}
        </ul>
      </nav>
      ${operations.map(({ path, method, operation }) => section(path, method, operation))}
      <h2>Shapes</h2>
      ${Object.entries(document.components.schemas).map(([name, schema]) => shape(name, schema))}`,
  });
};

const section = (path: string, method: string, operation: Operation): Html =>
  html`<section aria-labelledby="${operation.operationId}">
    <h2 id="${operation.operationId}">${operation.summary}</h2>
    <p class="address"><code>${method.toUpperCase()} ${path}</code></p>
    <p>${operation.description}</p>
    ${operation.security ? html`<p>Needs a staff token: <code>Authorization: Bearer …</code></p>` : ''}
    ${operation.parameters.length > 0 ? parameters(operation.parameters) : ''}
    ${operation.requestBody ? body(operation.requestBody.content['application/json']) : ''}
    <h3>Answers</h3>
    <dl>${Object.entries(operation.responses).map(([status, one]) => answer(status, one))}</dl>
  </section>`;

const parameters = (all: readonly Parameter[]): Html =>
  html`<h3>Parameters</h3>
    <dl>
      ${all.map(
        (one) =>
          html`<dt>
              <code>${one.name}</code> in the
              ${one.in === 'header' ? 'header' : one.in}${one.required ? '' : ', optional'}
            </dt>
            <dd>${one.description}</dd>`,
      )}
    </dl>`;

const body = ({ schema, example }: { readonly schema: unknown; readonly example: unknown }): Html =>
  html`<h3>Body</h3>
    <p>${shapeLink(schema)}, for example:</p>
    ${code(example, 'Example of a body')}`;

const answer = (status: string, { description, content = {} }: Answer): Html => {
  const [first] = Object.values(content);
  return html`<dt><code>${status}</code></dt>
    <dd>${description} ${first ? shapeLink(first.schema) : ''}</dd>`;
};

const shape = (name: string, schema: unknown): Html =>
  html`<details id="shape-${name}">
    <summary>${name}</summary>
    ${code(schema, `JSON Schema of ${name}`)}
  </details>`;

function shapeLink(schema: unknown): Html | string {
  const reference: unknown =
    typeof schema === 'object' && schema !== null ? Reflect.get(schema, '$ref') : undefined;
  const name = typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : '';
  return name === '' ? '' : html`<a href="#shape-${name}">${name}</a>`;
}

// Focusable, because a box that scrolls must be reachable without a mouse.
const code = (value: unknown, label: string): Html =>
  html`<pre
    tabindex="0"
    role="region"
    aria-label="${label}"
  ><code>${JSON.stringify(value, null, 2)}</code></pre>`;
