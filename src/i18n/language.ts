import type { Catalogue } from './words.js';

type Load = () => Promise<{ readonly default: Catalogue }>;

/** The languages that have a catalogue, by BCP 47 tag, and how each part of it is loaded. */
const catalogues: Readonly<Record<string, Readonly<Record<Part, Load>>>> = {
  en: {
    form: () => import('./generated/form-en.js'),
    finder: () => import('./generated/finder-en.js'),
    others: () => import('./generated/others-en.js'),
  },
};

/** What is loaded by itself: the words of the form, what it says besides to those who refer others, or those of the finder. */
export type Part = 'form' | 'others' | 'finder';

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
  return [wanted, base].find((one) => Object.hasOwn(catalogues, one)) ?? defaultLanguage;
}

/** Loads the words of a language. Rejects only when the network fails. */
export async function loadCatalogue(language: string, part: Part = 'form'): Promise<Catalogue> {
  const known = catalogues[language] ?? catalogues[defaultLanguage];
  return known ? (await known[part]()).default : {};
}

const rightToLeft = ['ar', 'ckb', 'fa', 'he', 'ps', 'ur'];

/** The direction in which a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
