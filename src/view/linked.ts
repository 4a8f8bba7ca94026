import { type TemplateResult, html } from 'lit';
import type { ContactLink } from '../contract/contact-link.js';
import type { Values, Words } from '../i18n/words.js';

// Stands for the link while a sentence is put together; no sentence holds it.
const marker = '\uE000';

/** A link of a service. */
export const contactLink = (link: ContactLink): TemplateResult =>
  html`<a href=${link.href} part="link">${link.label}</a>`;

/** A sentence of the catalogue in which `{phone}` is a link to call. */
export function withPhone<Key extends string>(
  messages: Words<Key>,
  key: Key,
  phone: ContactLink,
  values: Values = {},
): TemplateResult {
  const [before = '', after = ''] = messages(key, { ...values, phone: marker }).split(marker);
  return html`${before}${contactLink(phone)}${after}`;
}
