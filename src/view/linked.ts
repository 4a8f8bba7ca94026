import { type TemplateResult, html } from 'lit';
import type { ContactLink } from '../contract/service-profile.js';
import type { WordKey } from '../i18n/generated/keys.js';
import type { Values, Words } from '../i18n/words.js';

// Stands for the link while a sentence is put together; no sentence holds it.
const marker = '\uE000';

/** A link of a service. */
export const contactLink = (link: ContactLink): TemplateResult =>
  html`<a href=${link.href} part="link">${link.label}</a>`;

/** A sentence of the catalogue in which `{phone}` is a link to call. */
export function withPhone(
  words: Words,
  key: WordKey,
  phone: ContactLink,
  values: Values = {},
): TemplateResult {
  const [before = '', after = ''] = words(key, { ...values, phone: marker }).split(marker);
  return html`${before}${contactLink(phone)}${after}`;
}
