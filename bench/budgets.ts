/** What a visitor downloads for one purpose, and the most that it may be. */
export interface Budget {
  readonly what: string;
  /** In bytes after brotli, in the language that needs most. */
  readonly most: number;
  /** What is loaded besides the entry: modules that pages load with `import()`. */
  readonly modules: readonly string[];
  /** The messages that are loaded in the visitor’s language. */
  readonly messages: readonly string[];
  /** Modules that the visitor has already: what they loaded is not counted again. */
  readonly after?: readonly string[];
}

const button = 'src/referral/opener/define.ts';
const form = 'src/referral/form/define.ts';
const finder = 'src/directory/finder/define.ts';
const list = 'src/directory/list/define.ts';
const status = 'src/status/define.ts';
const suggestion = 'src/suggestion/define.ts';
const menu = 'src/audience-menu/define.ts';
const about = 'src/about/define.ts';
const dialog = 'src/referral/opener/open-form.ts';
const others = 'src/referral/contract/questions/questions-for-others.ts';
const code = 'src/directory/activity/qr-code.ts';
const map = 'src/directory/finder/map/finder-map.ts';

/** Every budget; docs/decisions/sizes.md has the same table, and `bench/sizes.ts` compares the two. */
export const budgets: readonly Budget[] = [
  { what: 'entry', most: 2_000, modules: [], messages: [] },
  { what: 'button, untouched', most: 10_000, modules: [button], messages: [] },
  {
    what: 'form for oneself',
    most: 42_000,
    modules: [button, dialog],
    messages: ['form'],
  },
  {
    what: 'form for professionals',
    most: 48_000,
    modules: [form, others],
    messages: ['form', 'others'],
  },
  {
    what: 'finder',
    most: 40_000,
    modules: [finder, code],
    messages: ['finder'],
  },
  { what: 'list', most: 38_000, modules: [list, code], messages: ['finder'] },
  {
    what: 'status',
    most: 46_000,
    modules: [status],
    messages: ['form', 'status'],
  },
  {
    what: 'suggestion',
    most: 46_000,
    modules: [suggestion],
    messages: ['form', 'suggest'],
  },
  { what: 'menu', most: 13_000, modules: [menu], messages: ['menu'] },
  { what: 'about', most: 12_000, modules: [about], messages: ['about'] },
  { what: 'map of the finder', most: 40_000, modules: [map], messages: [], after: [finder] },
];
