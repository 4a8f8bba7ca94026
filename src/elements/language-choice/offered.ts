import { type Language, languages } from '../../i18n/generated/languages.js';

/**
 * The languages that a person can choose at an element, in our order: those that the nearest `languages` attribute
 * names, or else the script tag, or else all that we have.
 */
export function offeredAt(element: Element): readonly Language[] {
  const written = attributeAround(element) ?? onScript();
  const wanted = written?.toLowerCase().split(/[\s,]+/);
  return wanted ? languages.filter(({ tag }) => wanted.includes(tag.toLowerCase())) : languages;
}

function attributeAround(element: Element): string | undefined {
  for (let at: Element | null = element; at;) {
    const marked: Element | null = at.closest('[languages]');
    if (marked) return marked.getAttribute('languages') ?? '';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

const onScript = (): string | undefined =>
  document.querySelector<HTMLScriptElement>('script[data-languages]')?.dataset['languages'];
