import { fixtureSync, html } from '@open-wc/testing';
import { readable } from './until.js';

/** Puts markup into a page, as a partner writes it. */
export function place(markup: string): HTMLElement {
  const main = fixtureSync<HTMLElement>(html`<main></main>`);
  main.innerHTML = markup;
  return main;
}

/** The readable text of an element in the order of its slots: its own text, and the text that a page put into it. */
export function readIn(node: Node): string {
  const texts = (nodes: Iterable<Node>): string => [...nodes].map(readIn).join(' ');
  if (node instanceof HTMLSlotElement) {
    const given = node.assignedNodes();
    return readable(texts(given.length > 0 ? given : node.childNodes));
  }
  if (node instanceof HTMLStyleElement || node.nodeType === Node.COMMENT_NODE) return '';
  if (node instanceof Element) return readable(texts((node.shadowRoot ?? node).childNodes));
  return readable(node.nodeType === Node.TEXT_NODE ? node.textContent : texts(node.childNodes));
}
