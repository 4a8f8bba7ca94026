import about from '../src/i18n/catalogues/about/en.json' with { type: 'json' };
import common from '../src/i18n/catalogues/common/en.json' with { type: 'json' };
import finder from '../src/i18n/catalogues/finder/en.json' with { type: 'json' };
import form from '../src/i18n/catalogues/form/en.json' with { type: 'json' };
import menu from '../src/i18n/catalogues/menu/en.json' with { type: 'json' };
import others from '../src/i18n/catalogues/others/en.json' with { type: 'json' };
import status from '../src/i18n/catalogues/status/en.json' with { type: 'json' };
import suggest from '../src/i18n/catalogues/suggest/en.json' with { type: 'json' };

const english = { about, common, finder, form, menu, others, status, suggest };

type Words = Readonly<Record<string, string>>;

const catalogues = import.meta.glob<Words>('../src/i18n/catalogues/*/*.json', {
  import: 'default',
});

/**
 * What is called so in English, in another language: the words of the same key. What has no key, such as the words of a
 * service, stays as it is.
 */
export async function inLanguage(language: string): Promise<(text: string) => string> {
  if (language === 'en') return (text) => text;
  const known = new Map<string, string>();
  for (const [name, words] of Object.entries(english)) {
    const load = catalogues[`../src/i18n/catalogues/${name}/${language}.json`];
    const translated: Words = (await load?.()) ?? {};
    for (const [key, text] of Object.entries<string>(words))
      known.set(text, translated[key] ?? text);
  }
  return (text) => known.get(text) ?? text;
}
