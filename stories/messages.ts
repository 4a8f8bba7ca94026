import settings from '../demo/settings.json' with { type: 'json' };
import about from '../src/i18n/catalogues/about/en.json' with { type: 'json' };
import common from '../src/i18n/catalogues/common/en.json' with { type: 'json' };
import finder from '../src/i18n/catalogues/finder/en.json' with { type: 'json' };
import form from '../src/i18n/catalogues/form/en.json' with { type: 'json' };
import menu from '../src/i18n/catalogues/menu/en.json' with { type: 'json' };
import others from '../src/i18n/catalogues/others/en.json' with { type: 'json' };
import status from '../src/i18n/catalogues/status/en.json' with { type: 'json' };
import suggest from '../src/i18n/catalogues/suggest/en.json' with { type: 'json' };

const english = { about, common, finder, form, menu, others, status, suggest };

type Messages = Readonly<Record<string, string>>;

const catalogues = import.meta.glob<Messages>('../src/i18n/catalogues/*/*.json', {
  import: 'default',
});

interface Item {
  readonly id: string;
  readonly label?: string;
  readonly text?: string;
}

const [service] = settings.services;

// The entries of the service that have a text, each with the same entry in its translation.
function* itemsIn(language: string): Generator<readonly [Item, Item | undefined]> {
  const theirs = service && new Map(Object.entries(service.translations)).get(language);
  if (!theirs) return;
  const lists: readonly (readonly [readonly Item[], readonly Item[]])[] = [
    [service.needs, theirs.needs],
    [service.consent.items, theirs.consent.items],
    [service.others.consent.items, theirs.others.consent.items],
    [service.directory.categories, theirs.categories],
  ];
  for (const [own, others] of lists)
    for (const one of own) yield [one, others.find(({ id }) => id === one.id)];
}

const textOf = ({ label, text }: Item): string => label ?? text ?? '';

/**
 * Returns a function that translates English text. It uses the message with the same key, or the translated entry of
 * the service. Text that is in neither stays unchanged.
 */
export async function translationInto(language: string): Promise<(text: string) => string> {
  if (language === 'en') return (text) => text;
  const known = new Map<string, string>();
  for (const [name, words] of Object.entries(english)) {
    const load = catalogues[`../src/i18n/catalogues/${name}/${language}.json`];
    const translated: Messages = (await load?.()) ?? {};
    for (const [key, text] of Object.entries<string>(words))
      known.set(text, translated[key] ?? text);
  }
  for (const [own, theirs] of itemsIn(language)) if (theirs) known.set(textOf(own), textOf(theirs));
  return (text) => known.get(text) ?? withValues(known, text) ?? text;
}

const placeholder = /\{(\w+)\}/g;

// Translates a message that has values, such as a number, and puts the values into the translation.
function withValues(known: ReadonlyMap<string, string>, text: string): string | undefined {
  for (const [english, theirs] of known) {
    const names = [...english.matchAll(placeholder)].map(([, name]) => name);
    const pattern = english.split(placeholder).filter((_, at) => at % 2 === 0);
    // A message without a word of its own would match any text.
    const parts =
      names.length === 0 || !/\p{L}{3}/u.test(pattern.join(''))
        ? null
        : valuesBetween(pattern).exec(text);
    if (parts)
      return theirs.replace(placeholder, (_, name: string) => parts[names.indexOf(name) + 1] ?? '');
  }
  return undefined;
}

// A pattern that captures the values between the fixed pieces of a message.
const valuesBetween = (pieces: readonly string[]): RegExp =>
  new RegExp(`^${pieces.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+)')}$`);
