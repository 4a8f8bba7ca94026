import { html } from 'hono/html';
import type { ServiceContext } from '../settings/service-context.js';
import { type Html, layout } from './layout.js';

/** The front page: links to the forms and to the documentation for developers. */
export const homePage = (services: readonly ServiceContext[]): Html =>
  layout({
    title: 'Kith',
    name: 'Kith',
    main: html`<h1>Refer yourself</h1>
      <ul>
        ${services.map(
          ({ service }) =>
            html`<li>
              <a href="/refer?partner=${encodeURIComponent(service.id)}">${service.name}</a>
            </li>`,
        )}
      </ul>
      <h2>For developers</h2>
      <ul>
        <li><a href="/docs">API reference</a></li>
        <li><a href="/api/v1/openapi.json">OpenAPI document</a></li>
      </ul>`,
  });
