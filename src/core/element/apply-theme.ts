import { type CSSResult, LitElement, adoptStyles, unsafeCSS } from 'lit';
import { reportSetting } from '../backend/settings.js';
import { type Theme, paint, themes } from '../../tokens/generated/themes.js';

const sheets = new Map<string, CSSResult>();

/** Applies a theme to an element; an empty name restores the default look. */
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
  // The page supports both schemes, so the preference of the person decides.
  return !isLight && scheme.includes('light')
    ? `:host{${light}}${inDark}${paint}`
    : `:host{${always}}${paint}`;
}

// The colour schemes that the page declares to support.
function schemeAt(element: Element): string {
  const { colorScheme } = getComputedStyle(element);
  if (colorScheme !== 'normal') return colorScheme;
  return document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? '';
}
