import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { language as languagePart } from '../../i18n/generated/language.js';
import { type Language, languages } from '../../i18n/generated/languages.js';
import { choice, defaultLanguage, directionOf, loadCatalogue } from '../../i18n/language.js';
import { type LanguageWords, wordsOf } from '../../i18n/words.js';
import { buttonStyles } from '../../view/button.styles.js';
import { styles } from './language-choice.styles.js';
import { offeredAt } from './offered.js';

const english = languages.find(({ tag }) => tag === defaultLanguage);

/**
 * Where a person chooses the language of the element around it, and of every other element of ours on the page. Says
 * where a translation has not been checked, with the way to the English. Elements with words bring it along.
 * @summary The choice of a language, inside other elements.
 * @tag kith-language-choice
 * @csspart languages - The row of languages.
 * @csspart language - One language.
 * @csspart draft - What is said of a translation that nobody has checked.
 */
export class LanguageChoice extends LitElement {
  static override readonly styles = [buttonStyles, styles];

  static override readonly properties = {
    language: { attribute: false },
    spoken: { state: true },
    said: { state: true },
  };

  /** The language (BCP 47) of what is shown around it. */
  language = '';

  private spoken: { readonly language: string; readonly words: LanguageWords } | undefined;
  private said = '';
  /** What was chosen here and is not shown yet. */
  #chosen = '';

  override connectedCallback(): void {
    super.connectedCallback();
    // A partner's styles reach its parts through the element around it.
    this.setAttribute('exportparts', 'languages, language, draft');
    followPage();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    super.willUpdate(changes);
    if (changes.has('language')) void this.#load(this.language);
  }

  override render(): TemplateResult | typeof nothing {
    const offered = offeredAt(this);
    // What was said in the language before is not what is to be read now.
    const words = this.spoken?.language === this.language ? this.spoken.words : undefined;
    const isDraft = languages.some((one) => one.tag === this.language && !one.isReviewed);
    if (offered.length < 2 && !isDraft) return nothing;
    return html`<div class="root" lang=${this.language} dir=${directionOf(this.language)}>
      ${
        offered.length < 2
          ? nothing
          : html`<div
              class="languages"
              part="languages"
              role="group"
              aria-label=${words?.('language.label') ?? nothing}
            >
              ${offered.map((one) => this.#button(one, one.name))}
            </div>`
      }
      ${
        isDraft && words && english
          ? html`<p part="draft">
              ${words('language.draft')} ${this.#button(english, 'Read in English')}
            </p>`
          : nothing
      }
      <p class="hidden" role="status">${this.said}</p>
    </div>`;
  }

  #button({ tag, name }: Language, text: string): TemplateResult {
    return html`<button
      type="button"
      part="language"
      lang=${tag}
      dir=${directionOf(tag)}
      aria-pressed=${text !== name ? nothing : tag === this.language ? 'true' : 'false'}
      @click=${() => {
        this.#choose(tag);
      }}
    >
      ${text}
    </button>`;
  }

  #choose(tag: string): void {
    this.#chosen = tag;
    choice.language = tag;
    for (const hear of choice.heard) hear();
  }

  async #load(wanted: string): Promise<void> {
    const catalogue = await loadCatalogue(wanted, languagePart).catch(() => undefined);
    if (!catalogue || wanted !== this.language) return;
    const words: LanguageWords = wordsOf(catalogue);
    this.spoken = { language: wanted, words };
    if (this.#chosen !== wanted) return;
    this.#chosen = '';
    this.said = words('language.chosen');
    await this.updateComplete;
    // The way to the English is gone once it was taken.
    this.renderRoot.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }
}

let isFollowing = false;

// Where the page itself changes its language, that is newer than what was chosen here.
function followPage(): void {
  if (isFollowing) return;
  isFollowing = true;
  new MutationObserver(() => {
    choice.language = '';
    for (const hear of choice.heard) hear();
  }).observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-language-choice': LanguageChoice;
  }
}
