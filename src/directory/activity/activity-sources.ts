import { type TemplateResult, html, nothing } from 'lit';
import type { Attribution } from '../contract/activity.js';
import { type ActivityView, levelBelow } from './activity-view.js';
import { safeLink } from '../../core/view/safe-link.js';

/** The sources of the entries, if there are any to name. */
export const sources = (
  view: Pick<ActivityView, 'messages' | 'level'>,
  list: readonly Attribution[],
): TemplateResult | typeof nothing =>
  list.length === 0
    ? nothing
    : html`<footer class="sources quiet" part="sources">
        <h3 aria-level=${levelBelow(view, 2)}>${view.messages('finder.source')}</h3>
        ${list.map((one) => html`<p><bdi>${attributed(one)}</bdi></p>`)}
      </footer>`;

/** The name of a source, as a link if it has one. */
export function attributed({ text, url }: Attribution): TemplateResult | string {
  const href = safeLink(url);
  return href === undefined
    ? text
    : html`<a href=${href} target="_blank" rel="noopener">${text}</a>`;
}
