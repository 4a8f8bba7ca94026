import { type TemplateResult, html } from 'lit';
import { language as languagePart } from '../../i18n/generated/language.js';
import { chooseLanguage, defaultLanguage, loadCatalogue } from '../../i18n/language.js';
import { type LanguageMessages, messagesFrom } from '../../i18n/messages.js';

/** The notice that no native speaker has reviewed a translation, with a button for English. Loaded only where needed. */
export async function languageDraft(language: string): Promise<TemplateResult> {
  const messages: LanguageMessages = messagesFrom(await loadCatalogue(language, languagePart));
  return html`<p class="draft" part="draft">
    ${messages('language.draft')}
    <button type="button" part="language" lang=${defaultLanguage} dir="ltr" @click=${showEnglish}>
      Read in English
    </button>
  </p>`;
}

function showEnglish({ currentTarget }: Event): void {
  // The button disappears with the notice, so the focus moves to the choice of languages.
  const beside = currentTarget instanceof Element && currentTarget.parentElement?.parentElement;
  if (beside) beside.querySelector<HTMLElement>('.languages :lang(en)')?.focus();
  chooseLanguage(defaultLanguage);
}
