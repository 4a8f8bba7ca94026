import { isRecord } from '../shared/record.js';
import { form } from './generated/form.js';
import { known } from './generated/known.js';
import type { Part } from './part.js';
import type { Catalogue } from './words.js';

/** The language of last resort. */
export const defaultLanguage = 'en';

/** What the nearest element with an attribute says in it, looked up across shadow roots; `undefined` where none has it. */
export function nearest(element: Element, attribute: string): string | undefined {
  for (let at: Element | null = element; at;) {
    const marked: Element | null = at.closest(`[${attribute}]`);
    if (marked) return marked.getAttribute(attribute) ?? '';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/** The `lang` that holds at an element; empty when nothing says. */
export const languageAt = (element: Element): string => nearest(element, 'lang') ?? '';

/** The best language we have for a tag; never throws, whatever a page writes in its `lang`. */
export function knownLanguage(tag: string): string {
  const wanted = tag.trim().toLowerCase().replace(/_/g, '-');
  const [base = ''] = wanted.split('-');
  return [wanted, base].find((one) => known.includes(one)) ?? defaultLanguage;
}

/** What a person has chosen, anywhere on the page; empty until then. It is kept nowhere else, and gone with the page. */
export const choice = { language: '', heard: new Set<() => void>() };

/** Every element of ours speaks this language from now on; an empty one is that of the page. */
export function choose(language: string): void {
  choice.language = language;
  for (const hear of choice.heard) hear();
}

let isFollowing = false;

/** Where the page itself changes its language, that is newer than what was chosen in an element. */
export function followPage(): void {
  if (isFollowing) return;
  isFollowing = true;
  new MutationObserver(() => {
    choose('');
  }).observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
}

/** The language for an element: the one that was chosen, or the best one for where it stands. */
export const languageFor = (element: Element): string =>
  choice.language || knownLanguage(languageAt(element));

/** Words that a page has in the place of ours: by language, then by the key of the catalogue. */
export type OwnWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

let ownWords: OwnWords | undefined;

/** Puts words of the page's own in the place of ours, in all elements that load their words from now on. */
export function replaceWords(words: OwnWords): void {
  ownWords = words;
}

// A page with the script tag writes them as data, which every content security policy lets through.
function readOwnWords(): OwnWords {
  // Words are loaded outside of pages, too.
  const page = 'document' in globalThis ? document : undefined;
  const written = page?.querySelector('script[data-kith-words]')?.textContent;
  try {
    const read: unknown = JSON.parse(written ?? '{}');
    if (isOwnWords(read)) return read;
    throw TypeError('expected {"en": {"key": "text"}}');
  } catch (error) {
    console.error(`Kith: <script data-kith-words> cannot be used: ${String(error)}`);
    return {};
  }
}

const isOwnWords = (read: unknown): read is OwnWords =>
  isRecord(read) &&
  Object.values(read).every(
    (words) => isRecord(words) && Object.values(words).every((text) => typeof text === 'string'),
  );

/** Loads the words of a language. Rejects only when the network fails. */
export async function loadCatalogue(language: string, part: Part = form): Promise<Catalogue> {
  // Whoever reads English loads nothing of where the others are.
  const { translations } =
    language === defaultLanguage ? {} : await import('./generated/translations.js');
  const load = translations?.[language]?.[part.name] ?? part.english;
  ownWords ??= readOwnWords();
  return { ...(await load()).default, ...ownWords[language] };
}

/**
 * How dates, numbers and prices are written in a language, the best way first: as in Britain in English, and where the
 * browser does not know the language. Few know Welsh, and would write as in America instead.
 */
export const localesOf = (language: string): string[] => [
  language.startsWith('en') ? 'en-GB' : language,
  'en-GB',
];

/** The direction in which a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(ar|ckb|fa|he|ps|ur)\b/.test(language) ? 'rtl' : 'ltr';
