import { type TemplateResult, html, nothing } from 'lit';
import { type Language, languages } from '../../i18n/generated/languages.js';
import {
  chooseLanguage,
  defaultLanguage,
  directionOf,
  nearestAttribute,
} from '../../i18n/language.js';

/** An element in which a person can choose the language. */
export type LanguageHost = Element & { readonly languages: string };

/**
 * The languages that a person can choose in an element, in the order of our list: those named by the element, by the
 * nearest `languages` attribute, or by the script tag, or else all languages. The one that is shown is always included,
 * and English beside a translation that no native speaker has reviewed.
 */
export function offeredAt(element: LanguageHost, shown: string): readonly Language[] {
  const wanted = (
    element.languages ||
    (nearestAttribute(element, 'languages') ??
      document.querySelector<HTMLScriptElement>('script[data-languages]')?.dataset['languages'])
  )
    ?.toLowerCase()
    .split(/[\s,]+/);
  return languages.filter(
    ({ tag }) =>
      !wanted ||
      wanted.includes(tag.toLowerCase()) ||
      tag === shown ||
      (tag === defaultLanguage && isDraft(shown)),
  );
}

/** Whether no native speaker has reviewed the translation into a language. */
export const isDraft = (language: string): boolean =>
  languages.some(({ tag, isReviewed }) => tag === language && !isReviewed);

/**
 * The choice of languages at the top of an element; nothing where there is only one.
 * @param draft the notice on a translation that no native speaker has reviewed
 */
export function languageChoice(
  element: LanguageHost,
  shown: string,
  draft: TemplateResult | undefined,
): TemplateResult | typeof nothing {
  const offered = offeredAt(element, shown);
  if (offered.length < 2) return nothing;
  return html`<div
      class="languages"
      part="languages"
      role="group"
      aria-label=${languages.find(({ tag }) => tag === shown)?.label ?? nothing}
    >
      ${offered.map(
        ({ tag, name }) =>
          html`<button
            type="button"
            part="language"
            lang=${tag}
            dir=${directionOf(tag)}
            aria-pressed=${tag === shown ? 'true' : 'false'}
            @click=${() => {
              chooseLanguage(tag);
            }}
          >
            ${name}
          </button>`,
      )}
    </div>
    ${draft ?? nothing}`;
}
