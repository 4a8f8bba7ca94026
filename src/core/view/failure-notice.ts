import { type TemplateResult, html, nothing } from 'lit';
import type { Failure } from '../backend/failure.js';
import type { FinderKey, FormKey } from '../../i18n/generated/keys.js';
import type { Messages } from '../../i18n/messages.js';
import { secondaryButton } from './buttons.js';
import { type PhoneService, messageWithPhone } from './contact-link.js';

const messageKeys: Readonly<Record<Failure['kind'], SharedKey>> = {
  offline: 'failure.offline',
  timeout: 'failure.timeout',
  cancelled: 'failure.timeout',
  rejected: 'failure.rejected',
  'not-eligible': 'failure.rejected',
  refused: 'failure.refused',
  unavailable: 'failure.unavailable',
  unreadable: 'failure.unreadable',
};

// The keys that both catalogues have, possibly with different texts.
type SharedKey = FormKey & FinderKey;

/** Says that a request failed and what to do. With a service, it adds that the answers are kept and where to call. */
export const failureNotice = (
  failure: Failure,
  messages: Messages<SharedKey>,
  service: PhoneService | undefined,
  tryAgain: (event: Event) => void,
  level: number | typeof nothing = nothing,
  id = 'failure',
): TemplateResult =>
  html`<section id=${id} class="notice" part="notice" tabindex="-1" aria-labelledby="${id}-title">
    <h3 id="${id}-title" aria-level=${level}>${messages('failure.title')}</h3>
    <p>${messages(messageKeys[failure.kind])} ${service ? messages('failure.kept') : nothing}</p>
    ${service ? html`<p>${messageWithPhone(messages, 'failure.call', service)}</p>` : nothing}
    ${failure.kind === 'refused' ? nothing : secondaryButton(messages('action.tryAgain'), tryAgain)}
  </section>`;
