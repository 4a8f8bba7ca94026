import { html } from 'lit';

/** What partners write inside a tag: it stands there until the element does, and if it never comes. */
export const fallback = html`<p>
  Is this not showing? Call <a href="tel:+441632960123">01632 960 123</a>.
</p>`;

/** A partner's own link to the form. */
export const link = html`<a href="#refer">Refer yourself</a>`;
