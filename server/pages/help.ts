import { html } from 'hono/html';
import type { ContactLink } from '../../src/core/contract/contact-link.js';
import type { ServiceProfile } from '../../src/core/service/service-profile.js';
import type { Html } from './layout.js';

const link = ({ href, label }: ContactLink): Html => html`<a href="${href}">${label}</a>`;

/** How to contact a service without the form, and where to get help in an emergency. */
export const otherWays = ({ service, urgentHelp }: ServiceProfile): Html =>
  html`<p>You can call ${service.name} on ${link(service.phone)}. ${service.hours}.</p>
    <h2>If you need help now</h2>
    <ul class="help">
      ${urgentHelp.map(
        ({ heading, text, links }) =>
          html`<li>
            <strong>${heading}</strong>
            ${text ?? ''}
            <span class="help__links">${links.map((one) => html`${link(one)} `)}</span>
          </li>`,
      )}
    </ul>`;
