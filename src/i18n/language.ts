import { isRecord } from '../core/record.js';
import { form } from './generated/form.js';
import { known } from './generated/known.js';
import type { Catalogue, CataloguePart } from './messages.js';

/** The language of last resort. */
export const defaultLanguage = 'en';

/** The value of an attribute on the nearest ancestor that has it, across shadow roots; `undefined` if none has it. */
export function nearestAttribute(element: Element, attribute: string): string | undefined {
  for (let at: Element | null = element; at;) {
    const marked: Element | null = at.closest(`[${attribute}]`);
    if (marked) return marked.getAttribute(attribute) ?? '';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/** The `lang` that applies to an element; empty if there is none. */
export const languageAt = (element: Element): string => nearestAttribute(element, 'lang') ?? '';

/** The best available language for a language tag; never throws, whatever value a page has in `lang`. */
export function knownLanguage(tag: string): string {
  const wanted = tag.trim().toLowerCase().replace(/_/g, '-');
  const [base = ''] = wanted.split('-');
  return [wanted, base].find((one) => known.includes(one)) ?? defaultLanguage;
}

/** The language that the person chose in any element of the page; empty until then. It is not stored beyond the page. */
export const choice = { language: '', listeners: new Set<() => void>() };

/** Sets the language of all Kith elements; an empty string means the language of the page. */
export function chooseLanguage(language: string): void {
  choice.language = language;
  for (const listener of choice.listeners) listener();
}

let isFollowing = false;

/** When the page changes a `lang` attribute, the page's language replaces the one that was chosen in an element. */
export function followPage(): void {
  if (isFollowing) return;
  isFollowing = true;
  new MutationObserver(() => {
    chooseLanguage('');
  }).observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
}

/** The language for an element: the chosen one, or the best available one for its `lang`. */
export const languageFor = (element: Element): string =>
  choice.language || knownLanguage(languageAt(element));

/** Texts of the page that replace messages: by language, then by the key of the message. */
export type OwnWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

let ownMessages: OwnWords | undefined;

/** Replaces messages by the page's own texts, in all elements that load their messages from now on. */
export function replaceWords(messages: OwnWords): void {
  ownMessages = messages;
}

// A page that uses the script tag provides them as a data block, which every content security policy allows.
function readOwnMessages(): OwnWords {
  // Messages are also loaded outside of pages, for example by the server.
  const page = 'document' in globalThis ? document : undefined;
  const written = page?.querySelector('script[data-kith-words]')?.textContent;
  try {
    const read: unknown = JSON.parse(written ?? '{}');
    if (isOwnMessages(read)) return read;
    throw TypeError('expected {"en": {"key": "text"}}');
  } catch (error) {
    console.error(`Kith: <script data-kith-words> cannot be used: ${String(error)}`);
    return {};
  }
}

const isOwnMessages = (read: unknown): read is OwnWords =>
  isRecord(read) &&
  Object.values(read).every(
    (messages) =>
      isRecord(messages) && Object.values(messages).every((text) => typeof text === 'string'),
  );

/** Loads the messages of a language, with the page's own texts. Rejects only when the network fails. */
export async function loadCatalogue(
  language: string,
  part: CataloguePart = form,
): Promise<Catalogue> {
  // English does not need the list of translations.
  const { translations } =
    language === defaultLanguage ? {} : await import('./generated/translations.js');
  const load = translations?.[language]?.[part.name] ?? part.english;
  ownMessages ??= readOwnMessages();
  return { ...(await load()).default, ...ownMessages[language] };
}

/**
 * The locales in which dates, numbers and prices are written in a language, best first. British English is the fallback,
 * because a browser that does not know a language, such as Welsh, would otherwise use American formats.
 */
export const localesOf = (language: string): string[] => [
  language.startsWith('en') ? 'en-GB' : language,
  'en-GB',
];

/** The writing direction of a language. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(ar|ckb|fa|he|ps|ur)\b/.test(language) ? 'rtl' : 'ltr';
