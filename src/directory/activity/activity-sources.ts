import { type TemplateResult, html } from 'lit';
import type { Attribution } from '../contract/activity.js';
import { type ActivityView, levelBelow } from './activity-view.js';
import { safeLink } from '../../core/view/safe-link.js';

/** Whom the entries come from. */
export const sources = (
  view: Pick<ActivityView, 'messages' | 'level'>,
  list: readonly Attribution[],
): TemplateResult =>
  html`<footer class="sources quiet" part="sources">
    <h3 aria-level=${levelBelow(view, 2)}>${view.messages('finder.source')}</h3>
    ${list.map(({ text, url }) => {
      const href = safeLink(url);
      return html`<p>
        <bdi
          >${href === undefined ? text : html`<a href=${href} target="_blank" rel="noopener">${text}</a>`}</bdi
        >
      </p>`;
    })}
  </footer>`;
