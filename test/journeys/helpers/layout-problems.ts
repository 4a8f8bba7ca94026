import type { Page } from 'playwright-core';
import { scrollToTop } from './scroll-to-top.js';

/** Layout problems: a page that scrolls sideways, text that is cut off, controls that overlap. */
export async function layoutProblems(page: Page): Promise<readonly string[]> {
  await scrollToTop(page);
  // The test loader wraps named functions in a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (one) => one');
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element): string =>
      `<${element.localName} id="${element.id}"> ${element.textContent.trim().slice(0, 40)}`;
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide)
      found.push(`the page is ${document.documentElement.scrollWidth} px wide, not ${wide}`);
    const inside = (root: ParentNode): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) =>
        one.shadowRoot ? [one, ...inside(one.shadowRoot)] : [one],
      );
    const ours =
      'kith-refer-yourself, kith-referral-form, kith-activity-finder, kith-activity-list, kith-audience-menu, kith-about, kith-referral-status, kith-suggest-activity';
    const all = [...document.querySelectorAll(ours)].flatMap((one) =>
      one.shadowRoot ? inside(one.shadowRoot) : [],
    );
    const shown = all.filter(
      (one) =>
        // A map shows only a part of its content.
        !one.closest('.map') &&
        one.checkVisibility({ visibilityProperty: true }) &&
        // Content for screen readers only is in a box of one pixel.
        !one.parentElement?.closest('.hidden') &&
        one.getBoundingClientRect().width > 1,
    );
    for (const one of shown) {
      const { left, right } = one.getBoundingClientRect();
      if (left < -0.5 || right > wide + 0.5) found.push(`sticks out: ${name(one)}`);
      const isCut = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
      const isLine = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement;
      if (isCut && !isLine && getComputedStyle(one).overflowX !== 'visible')
        found.push(`is cut: ${name(one)}`);
    }
    // For text, the areas are its lines, because the box of a label is larger so that it is easy to press.
    const areas = (one: Element): readonly DOMRect[] => {
      if (one.matches('button, input, textarea')) return [one.getBoundingClientRect()];
      const range = document.createRange();
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      const lines: DOMRect[] = [];
      while (texts.nextNode()) {
        const around = texts.currentNode.parentElement;
        if (!around || around.getBoundingClientRect().width <= 1) continue;
        range.selectNodeContents(texts.currentNode);
        lines.push(...range.getClientRects());
      }
      return lines;
    };
    // Nobody can reach the content that a modal dialog covers.
    const dialogAround = (one: Element): Element | null => {
      const dialog = one.closest('dialog:modal');
      const root = one.getRootNode();
      return dialog ?? (root instanceof ShadowRoot ? dialogAround(root.host) : null);
    };
    const placed = shown
      .filter((one) => one.matches('button, input, textarea, label, a, p, h2, h3, dt, dd'))
      // The open list of practices may cover the content below it.
      .filter((one) => !one.closest('[role=listbox]'))
      .map((one) => ({ one, areas: areas(one), dialog: dialogAround(one) }));
    const isListOpen = shown.some((one) => one.matches('[role=listbox]'));
    for (const [index, a] of isListOpen ? [] : placed.entries())
      for (const b of placed.slice(index + 1)) {
        if (a.dialog !== b.dialog || a.one.contains(b.one) || b.one.contains(a.one)) continue;
        const isOver = a.areas.some((x) =>
          b.areas.some(
            (y) =>
              Math.min(x.right, y.right) - Math.max(x.left, y.left) > 2 &&
              Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 2,
          ),
        );
        if (isOver) found.push(`${name(a.one)} lies on ${name(b.one)}`);
      }
    return found;
  });
}
