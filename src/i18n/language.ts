import { form } from './generated/form.js';
import type { Catalogue } from './words.js';

/** Words that are loaded by themselves: how, for each language (BCP 47 tag) that has them. */
export type Part = Readonly<Record<string, () => Promise<{ readonly default: Catalogue }>>>;

/** The language of last resort. */
export const defaultLanguage = 'en';

/** The `lang` that holds at an element, looked up across shadow roots; empty when nothing says. */
export function languageAt(element: Element): string {
  for (let at: Element | null = element; at;) {
    const marked: Element | null = at.closest('[lang]');
    if (marked) return marked.getAttribute('lang') ?? '';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/** The best language we have for a tag; never throws, whatever a page writes in its `lang`. */
export function knownLanguage(tag: string): string {
  const wanted = tag.trim().toLowerCase().replace(/_/g, '-');
  const [base = ''] = wanted.split('-');
  return [wanted, base].find((one) => Object.hasOwn(form, one)) ?? defaultLanguage;
}

/** Loads the words of a language. Rejects only when the network fails. */
export async function loadCatalogue(language: string, part: Part = form): Promise<Catalogue> {
  const load = part[language] ?? part[defaultLanguage];
  return load ? (await load()).default : {};
}

const rightToLeft = ['ar', 'ckb', 'fa', 'he', 'ps', 'ur'];

/** The direction in which a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
