import {
  type CSSResultGroup,
  type CSSResultOrNative,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import { defaultTheme } from '../client/settings.js';
import { tokens } from '../tokens/generated/defaults.js';
import { rootStyles } from '../view/root.styles.js';

/** An element that looks as the page, or else its theme, says. The themes are loaded when one is wanted. */
export abstract class ThemedElement extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    theme: {},
    languages: {},
  };

  protected static override finalizeStyles(styles: CSSResultGroup = []): CSSResultOrNative[] {
    return super.finalizeStyles([tokens, rootStyles, styles]);
  }

  /** A ready look: `neutral`, `govuk`, `nhs`, `soft`, `high-contrast` or `dark`; without it, that of the script. */
  theme = '';

  /** The languages that people can choose, such as `en cy`; without it, those that something around it or the script names. */
  languages = '';

  protected override updated(changed: PropertyValues): void {
    if (changed.has('theme') && (this.theme || changed.get('theme') || defaultTheme()))
      import('./apply-theme.js')
        .then(({ applyTheme }) => {
          applyTheme(this, this.theme || this.#usualTheme());
        })
        // Without its theme, an element looks as with nothing set.
        .catch(() => undefined);
  }

  // What stands inside another of our elements takes over what that one has.
  #usualTheme(): string {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof ThemedElement ? '' : defaultTheme();
  }
}
