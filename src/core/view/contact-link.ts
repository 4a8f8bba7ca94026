import { type TemplateResult, html } from 'lit';
import type { ContactLink } from '../contract/contact-link.js';
import type { Values, Messages } from '../../i18n/messages.js';

// A placeholder for the link; a private-use character that no message contains.
const marker = '\uE000';

/** A link of the service. */
export const contactLink = (link: ContactLink): TemplateResult =>
  html`<a href=${link.href} part="link">${link.label}</a>`;

/** A message in which `{phone}` is a link that calls the number. */
export function messageWithPhone<Key extends string>(
  messages: Messages<Key>,
  key: Key,
  phone: ContactLink,
  values: Values = {},
): TemplateResult {
  const [before = '', after = ''] = messages(key, { ...values, phone: marker }).split(marker);
  return html`${before}${contactLink(phone)}${after}`;
}
