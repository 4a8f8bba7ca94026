import type { Locator } from 'playwright-core';

/** The buttons in a part of the page that would have neither a border nor an underline in forced colours. */
export const buttonsWithoutBorder = (inside: Locator): Promise<readonly string[]> =>
  inside.getByRole('button').evaluateAll((buttons) =>
    buttons
      .filter((one) => {
        const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(one);
        const hasEdge = borderTopStyle === 'solid' && borderTopWidth !== '0px';
        return !hasEdge && textDecorationLine !== 'underline';
      })
      .map((one) => `no edge in forced colours: ${one.textContent.trim()}`),
  );
