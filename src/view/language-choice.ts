import { type TemplateResult, html, nothing } from 'lit';
import { type Language, languages } from '../i18n/generated/languages.js';
import { choose, defaultLanguage, directionOf, nearest } from '../i18n/language.js';

/** An element in which a language is chosen. */
export type LanguageHost = Element & { readonly languages: string };

/**
 * The languages that a person can choose at an element, in our order: those that it names, or the nearest `languages`
 * attribute, or else the script tag, or else all that we have; and always the one that is shown, with the English
 * beside a translation that nobody has checked.
 */
export function offeredAt(element: LanguageHost, shown: string): readonly Language[] {
  const wanted = (
    element.languages ||
    (nearest(element, 'languages') ??
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

/** Whether a language is a translation that no native speaker has read. */
export const isDraft = (language: string): boolean =>
  languages.some(({ tag, isReviewed }) => tag === language && !isReviewed);

/**
 * Where a person chooses the language, at the top of an element with words.
 * @param draft what is said of a translation that nobody has checked
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
              choose(tag);
            }}
          >
            ${name}
          </button>`,
      )}
    </div>
    ${draft ?? nothing}`;
}
