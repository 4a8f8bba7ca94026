import { html } from 'lit';

/** Content that partners write inside a tag. It is shown until the element has loaded, and stays when loading fails. */
export const fallback = html`<p>
  Is this not showing? Call <a href="tel:+441632960123">01632 960 123</a>.
</p>`;

/** A partner's own link to the form. */
export const link = html`<a href="#refer">Refer yourself</a>`;
