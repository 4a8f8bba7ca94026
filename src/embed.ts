/**
 * The script tag. Finds `kith-*` elements now and later, and loads only what the page needs.
 * Settings stand on the tag: `data-partner`, `data-endpoint` (this script's own origin unless it says), `data-theme`, and
 * `data-elements` for elements inside other shadow roots, which no script can find.
 */
import type { Settings } from './client/settings.js';

type Define = { readonly define: (settings: Partial<Settings>) => void };

const elements: Readonly<Record<string, () => Promise<Define>>> = {
  'kith-refer-yourself': () => import('./elements/refer-yourself/define.js'),
  'kith-referral-form': () => import('./elements/referral-form/define.js'),
  'kith-activity-finder': () => import('./elements/activity-finder/define.js'),
  'kith-activity-list': () => import('./elements/activity-list/define.js'),
  'kith-audience-menu': () => import('./elements/audience-menu/define.js'),
  'kith-referral-status': () => import('./elements/referral-status/define.js'),
  'kith-suggest-activity': () => import('./elements/suggest-activity/define.js'),
  'kith-about': () => import('./elements/about/define.js'),
};

const tags = Object.keys(elements);
const undefinedTags = tags.map((tag) => `${tag}:not(:defined)`).join();
const asked = new Set<string>();

// `document.currentScript` is empty in a module; the tag is the one with this module's address.
const script = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].find(
  ({ src }) => src === import.meta.url,
);

// Beside the backend's own copy of this file is the backend; a bundle of somebody else's says nothing.
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
    // What stands inside the tag stays, and works without us. Another tag may try again.
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
