import { type CSSResult, LitElement, adoptStyles, unsafeCSS } from 'lit';
import { reportSetting } from '../client/settings.js';
import { type Theme, paint, themes } from '../tokens/generated/themes.js';

const sheets = new Map<string, CSSResult>();

/** Gives an element the look of a theme; its own again where the name is empty. */
export function applyTheme(element: LitElement, name: string): void {
  const root = element.shadowRoot;
  const type = element.constructor;
  if (!root || !isOurs(type)) return;
  const theme = Object.hasOwn(themes, name) ? themes[name] : undefined;
  if (!theme && name !== '')
    void reportSetting(element.localName, {
      name: 'theme',
      value: name,
      expected: Object.keys(themes).join(', '),
    });
  const css = theme?.light ? sheetOf(theme, schemeAt(element)) : '';
  const sheet = sheets.get(css) ?? unsafeCSS(css);
  sheets.set(css, sheet);
  adoptStyles(root, [...type.elementStyles, sheet]);
}

const isOurs = (type: unknown): type is typeof LitElement =>
  typeof type === 'function' && type.prototype instanceof LitElement;

function sheetOf({ light, dark }: Theme, scheme: string): string {
  const isLight = !dark || !scheme.includes('dark');
  const always = isLight ? light : dark;
  const inDark = `@media(prefers-color-scheme:dark){:host{${dark ?? ''}}}`;
  // Where a page has both, whoever looks at it has chosen.
  return !isLight && scheme.includes('light')
    ? `:host{${light}}${inDark}${paint}`
    : `:host{${always}}${paint}`;
}

// Which of light and dark the page says that it has.
function schemeAt(element: Element): string {
  const { colorScheme } = getComputedStyle(element);
  if (colorScheme !== 'normal') return colorScheme;
  return document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? '';
}
