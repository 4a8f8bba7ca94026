import { type TemplateResult, html } from 'lit';
import { about } from '../i18n/generated/about.js';
import type { AboutKey } from '../i18n/generated/keys.js';
import { directionOf, loadCatalogue } from '../i18n/language.js';
import { type AboutMessages, messagesFrom } from '../i18n/messages.js';
import { textStyles } from '../core/view/text.styles.js';
import { LanguageController } from '../core/language/language-controller.js';
import { ThemedElement } from '../core/element/themed-element.js';
import { styles } from './about.styles.js';

/** The name of a slot, which is also the key of its message. */
type Piece = AboutKey extends `about.${infer Name}` ? Name : never;

const people = ['condition', 'mood', 'lonely', 'complex'] as const;
const kinds = [
  'volunteering',
  'arts',
  'learning',
  'gardening',
  'befriending',
  'cookery',
  'eating',
  'moving',
] as const;

/**
 * Explains in plain language what social prescribing is, whom it helps, what a link worker does, and which activities
 * there are. Needs no backend. A partner may replace any of the texts.
 * @summary What social prescribing is.
 * @tag kith-about
 * @slot - Shown until the text is loaded, and where it cannot be loaded.
 * @slot title - The title.
 * @slot what - What social prescribing is.
 * @slot who-title - The heading above whom it helps.
 * @slot who-text - The line above the list of whom it helps.
 * @slot who - The whole list of whom it helps.
 * @slot who-condition - People with a long-term condition.
 * @slot who-mood - People who need help with their mental health.
 * @slot who-lonely - People who are lonely or isolated.
 * @slot who-complex - People with complex social needs.
 * @slot worker-title - The heading above what a link worker does.
 * @slot worker - What a link worker does.
 * @slot kinds-title - The heading above the kinds of activity.
 * @slot kinds-text - The line above the kinds of activity.
 * @slot kinds - The whole list of kinds of activity.
 * @slot kind-volunteering - Volunteering.
 * @slot kind-arts - Arts.
 * @slot kind-learning - Group learning.
 * @slot kind-gardening - Gardening.
 * @slot kind-befriending - Befriending.
 * @slot kind-cookery - Cookery.
 * @slot kind-eating - Advice about healthy eating.
 * @slot kind-moving - Sport and moving.
 * @slot more - A partner's own content at the end: a link, a phone number.
 * @csspart about - The whole text.
 * @csspart title - The title.
 * @csspart heading - A heading within the text.
 * @csspart text - A paragraph.
 * @csspart list - A list.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - The notice on a translation that no native speaker has reviewed.
 */
export class About extends ThemedElement {
  static override readonly styles = [textStyles, styles];

  static override readonly properties = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    messages: { state: true },
  };

  /** Level of the title among the headings of the page, 2 to 4; the other headings are one below. */
  headingLevel = 2;

  readonly #language = new LanguageController(this, () => void this.#load());
  private messages: AboutMessages | undefined;

  override render(): TemplateResult {
    const { language } = this.#language;
    return html`<div class="root" part="about" lang=${language} dir=${directionOf(language)}>
      ${this.#language.languageChoice(language)}
      ${this.messages ? this.#text() : html`<slot></slot>`}
    </div>`;
  }

  #text(): TemplateResult {
    return html`${this.#heading('title')} ${this.#paragraph('what')} ${this.#heading('who-title')}
      ${this.#paragraph('who-text')}
      <div part="list">
        <slot name="who"
          ><ul>
            ${people.map((one) => html`<li>${this.#piece(`who-${one}`)}</li>`)}
          </ul></slot
        >
      </div>
      ${this.#heading('worker-title')} ${this.#paragraph('worker')} ${this.#heading('kinds-title')}
      ${this.#paragraph('kinds-text')}
      <div class="kinds" part="list">
        <slot name="kinds"
          ><ul>
            ${kinds.map((one) => html`<li>${this.#piece(`kind-${one}`)}</li>`)}
          </ul></slot
        >
      </div>
      <slot name="more"></slot>`;
  }

  #heading(name: Piece): TemplateResult {
    const isTitle = name === 'title';
    const level = Math.min(4, Math.max(2, this.headingLevel || 2));
    return html`<div
      class=${isTitle ? 'title' : 'heading'}
      part=${isTitle ? 'title' : 'heading'}
      role="heading"
      aria-level=${isTitle ? level : level + 1}
    >
      ${this.#piece(name)}
    </div>`;
  }

  readonly #paragraph = (name: Piece): TemplateResult =>
    html`<p part="text">${this.#piece(name)}</p>`;

  readonly #piece = (name: Piece): TemplateResult =>
    html`<slot name=${name}>${this.messages?.(`about.${name}`)}</slot>`;

  async #load(): Promise<void> {
    // Without the messages, the content of the tag stays.
    const { language } = this.#language;
    const catalogue = await loadCatalogue(language, about).catch(() => undefined);
    if (catalogue && language === this.#language.language) this.messages = messagesFrom(catalogue);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-about': About;
  }
}
