import { type LitElement, type TemplateResult, html, nothing } from 'lit';
import type { Failure } from '../../core/backend/failure.js';
import { failureNotice } from '../../core/view/failure-notice.js';
import type { DirectoryApi } from '../api/directory-api.js';
import type { DirectoryHost } from '../api/choose-directory.js';
import type { DirectoryProfile } from '../contract/directory.js';
import type { ActivityEvent } from './state/opened-activity-state.js';
import type { Locale } from './activity-messages.js';
import type { Shortlist } from './shortlist.js';

/** What activities are rendered from, in a finder and in a list. */
export interface ActivityView extends Locale {
  readonly host: LitElement & DirectoryHost;
  readonly directory: DirectoryApi;
  readonly profile: DirectoryProfile;
  /** The level of the heading above, in a list on a page; `undefined` in a finder. */
  readonly level: number | undefined;
  /** The URL of what is shown; empty if there is none. */
  readonly link: string;
  /** The person's own list; `undefined` if there is none. */
  readonly shortlist: Shortlist | undefined;
  readonly dispatch: (event: ActivityEvent) => void;
}

/** The level of a heading some steps below the one above; the default level in a finder. */
export const levelBelow = (
  { level }: Pick<ActivityView, 'level'>,
  steps: 1 | 2,
): number | typeof nothing => (level === undefined ? nothing : level + steps);

/** A listener that dispatches an event. */
export const dispatching =
  <Event>({ dispatch }: { readonly dispatch: (event: Event) => void }, event: NoInfer<Event>) =>
  (): void => {
    dispatch(event);
  };

/** A less important button; with `isExpanded`, one that shows and hides something. */
export const secondaryButton = (
  label: unknown,
  press: () => void,
  isExpanded?: boolean,
): TemplateResult =>
  html`<button
    type="button"
    class="secondary"
    part="button secondary-button"
    aria-expanded=${isExpanded === undefined ? nothing : String(isExpanded)}
    @click=${press}
  >
    ${label}
  </button>`;

/** A button that looks like a link. */
export const linkButton = (label: unknown, press: () => void): TemplateResult =>
  html`<button type="button" class="link" part="button link-button" @click=${press}>
    ${label}
  </button>`;

/** The button that leads back to the list. */
export const backButton = (view: ActivityView): TemplateResult =>
  html`<button
    type="button"
    class="link back"
    part="button link-button"
    @click=${dispatching(view, { type: 'back' })}
  >
    ${view.messages('activity.back')}
  </button>`;

/** Says that something could not be loaded, if so; `steps` is the level of its heading below the one above. */
export const failureIn = (
  view: ActivityView,
  failure: Failure | undefined,
  steps: 1 | 2,
): TemplateResult | typeof nothing =>
  failure
    ? failureNotice(
        failure,
        view.messages,
        view.profile.service,
        dispatching(view, { type: 'try-again' }),
        levelBelow(view, steps),
      )
    : nothing;
