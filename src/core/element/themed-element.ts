import {
  type CSSResultGroup,
  type CSSResultOrNative,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import { defaultTheme } from '../backend/settings.js';
import { tokens } from '../../tokens/generated/defaults.js';
import { rootStyles } from '../view/root.styles.js';

/** An element whose look follows the page, or a theme where one is set. The themes are loaded only then. */
export abstract class ThemedElement extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    theme: {},
    languages: {},
  };

  protected static override finalizeStyles(styles: CSSResultGroup = []): CSSResultOrNative[] {
    return super.finalizeStyles([tokens, rootStyles, styles]);
  }

  /** The theme: `neutral`, `govuk`, `nhs`, `soft`, `high-contrast` or `dark`; without it, that of the script. */
  theme = '';

  /** The languages that people can choose, such as `en cy`; without it, those that an element around it or the script names. */
  languages = '';

  protected override updated(changed: PropertyValues): void {
    if (changed.has('theme') && (this.theme || changed.get('theme') || defaultTheme()))
      import('./apply-theme.js')
        .then(({ applyTheme }) => {
          applyTheme(this, this.theme || this.#usualTheme());
        })
        // If the themes cannot be loaded, the element keeps the default look.
        .catch(() => undefined);
  }

  // An element inside another Kith element inherits that one's theme.
  #usualTheme(): string {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof ThemedElement ? '' : defaultTheme();
  }
}
