/**
 * The entry for pages with a script tag. Finds `kith-*` elements, also those added later, and loads only their code.
 * The tag's attributes are the settings: `data-partner`, `data-endpoint` (default: the origin of this script),
 * `data-theme`, and `data-elements` for elements inside other shadow roots, where this script cannot find them.
 */
import type { Settings } from './core/backend/settings.js';

type Define = { readonly define: (settings: Partial<Settings>) => void };

const elements: Readonly<Record<string, () => Promise<Define>>> = {
  'kith-refer-yourself': () => import('./referral/opener/define.js'),
  'kith-referral-form': () => import('./referral/form/define.js'),
  'kith-activity-finder': () => import('./directory/finder/define.js'),
  'kith-activity-list': () => import('./directory/list/define.js'),
  'kith-audience-menu': () => import('./audience-menu/define.js'),
  'kith-referral-status': () => import('./status/define.js'),
  'kith-suggest-activity': () => import('./suggestion/define.js'),
  'kith-about': () => import('./about/define.js'),
};

const tags = Object.keys(elements);
const undefinedTags = tags.map((tag) => `${tag}:not(:defined)`).join();
const asked = new Set<string>();

// `document.currentScript` is not set in modules; the tag is recognised by this module's address.
const script = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].find(
  ({ src }) => src === import.meta.url,
);

// The backend serves this file below /embed/v1/; the address of any other copy says nothing about the backend.
const ownOrigin = /\/embed\/v1\/[^/]*$/.test(import.meta.url)
  ? new URL(/* @vite-ignore */ '../..', import.meta.url).href
  : '';

const settings: Partial<Settings> = {
  endpoint: script?.dataset['endpoint'] ?? ownOrigin,
  partner: script?.dataset['partner'] ?? '',
  theme: script?.dataset['theme'] ?? '',
};

async function load(tag: string): Promise<void> {
  const element = elements[tag];
  if (!element || asked.has(tag)) return;
  asked.add(tag);
  try {
    (await element()).define(settings);
  } catch {
    // The content of the tag stays, and works without the element. Another tag may try again.
    asked.delete(tag);
    console.warn(`Kith: <${tag}> could not be loaded; the page shows what is inside the tag`);
  }
}

function find(root: ParentNode): void {
  for (const element of root.querySelectorAll(undefinedTags)) void load(element.localName);
}

find(document);
for (const tag of script?.dataset['elements']?.split(/[\s,]+/) ?? [])
  if (tags.includes(tag)) void load(tag);
  else
    console.error(
      `Kith: <script>: data-elements="${tag}" cannot be used; expected ${tags.join(' or ')}`,
    );

new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node instanceof Element) {
        void load(node.localName);
        find(node);
      }
}).observe(document, { childList: true, subtree: true });
