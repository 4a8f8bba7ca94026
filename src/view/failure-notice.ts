import { type TemplateResult, html, nothing } from 'lit';
import type { Failure } from '../client/failure.js';
import type { ServiceProfile } from '../contract/service-profile.js';
import type { WordKey } from '../i18n/generated/keys.js';
import type { Words } from '../i18n/words.js';
import { withPhone } from './linked.js';

const wordsFor: Readonly<Record<Failure['kind'], WordKey>> = {
  offline: 'failure.offline',
  timeout: 'failure.timeout',
  cancelled: 'failure.timeout',
  rejected: 'failure.rejected',
  'not-eligible': 'failure.rejected',
  refused: 'failure.refused',
  unavailable: 'failure.unavailable',
  unreadable: 'failure.unreadable',
};

/** Says that a call did not come through, that nothing is lost, and what to do. Without a profile nothing has been asked yet. */
export const failureNotice = (
  failure: Failure,
  words: Words,
  profile: ServiceProfile | undefined,
  tryAgain: () => void,
): TemplateResult =>
  html`<section
    id="failure"
    class="notice"
    part="notice"
    tabindex="-1"
    aria-labelledby="failure-title"
  >
    <h3 id="failure-title">${words('failure.title')}</h3>
    <p>${words(wordsFor[failure.kind])} ${profile ? words('failure.kept') : nothing}</p>
    ${
      profile
        ? html`<p>
            ${withPhone(words, 'failure.call', profile.service.phone, { hours: profile.service.hours })}
          </p>`
        : nothing
    }
    ${
      failure.kind === 'refused'
        ? nothing
        : html`<button
            type="button"
            class="secondary"
            part="button secondary-button"
            @click=${tryAgain}
          >
            ${words('action.tryAgain')}
          </button>`
    }
  </section>`;
