import { type TemplateResult, html } from 'lit';
import type { ContactLink } from '../contract/contact-link.js';
import type { ServiceProfile } from '../service/service-profile.js';
import type { Values, Messages } from '../../i18n/messages.js';

// A placeholder for the link; a private-use character that no message contains.
const marker = '\uE000';

/** Whom to call, and when. */
export type PhoneService = Pick<ServiceProfile['service'], 'phone' | 'hours'>;

/** A link of the service. */
export const contactLink = (link: ContactLink): TemplateResult =>
  html`<a href=${link.href} part="link">${link.label}</a>`;

/** A message in which `{phone}` is a link that calls the service, and `{hours}` says when the phone is answered. */
export function messageWithPhone<Key extends string>(
  messages: Messages<Key>,
  key: Key,
  { phone, hours }: PhoneService,
  values: Values = {},
): TemplateResult {
  const text = messages(key, { ...values, hours, phone: marker });
  const [before = '', after = ''] = text.split(marker);
  return html`${before}${contactLink(phone)}${after}`;
}
