import { type TemplateResult, html, nothing } from 'lit';
import type { FormMessages } from '../../i18n/messages.js';
import type { NotLoaded } from './load-state.js';
import { failureNotice } from '../view/failure-notice.js';

/**
 * What an element shows until its form is loaded: the partner's own content of the tag, and why loading failed. The
 * content of the tag stays for as long as there is no form.
 */
export function notLoaded(load: NotLoaded<FormMessages>, tryAgain: () => void): TemplateResult {
  const messages = load.at === 'loading' ? undefined : load.messages;
  return html`<p class="hidden" role="status">
      ${messages?.(load.at === 'failed' ? 'failure.title' : 'form.loading')}
    </p>
    ${
      load.at !== 'loading' && messages
        ? failureNotice(load.failure, messages, undefined, tryAgain)
        : nothing
    }
    <slot></slot>`;
}
