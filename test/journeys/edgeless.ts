import type { Locator } from 'playwright-core';

/** The buttons inside something that have neither an edge nor a line under them, where the system chooses the colours. */
export const edgeless = (inside: Locator): Promise<readonly string[]> =>
  inside.getByRole('button').evaluateAll((buttons) =>
    buttons
      .filter((one) => {
        const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(one);
        const hasEdge = borderTopStyle === 'solid' && borderTopWidth !== '0px';
        return !hasEdge && textDecorationLine !== 'underline';
      })
      .map((one) => `no edge in forced colours: ${one.textContent.trim()}`),
  );
