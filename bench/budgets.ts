/** What a visitor downloads for one purpose, and the most that it may be. */
export interface Budget {
  readonly what: string;
  /** The plan, in bytes after brotli, in the language that needs most. */
  readonly planned: number;
  /** What is checked where the plan is missed; docs/decisions/sizes.md says why. */
  readonly checked?: number;
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
  { what: 'entry', planned: 2_000, modules: [], messages: [] },
  { what: 'button, untouched', planned: 10_000, modules: [button], messages: [] },
  {
    what: 'form for oneself',
    planned: 42_000,
    checked: 46_000,
    modules: [button, dialog],
    messages: ['form'],
  },
  {
    what: 'form for professionals',
    planned: 48_000,
    modules: [form, others],
    messages: ['form', 'others'],
  },
  {
    what: 'finder',
    planned: 40_000,
    checked: 42_000,
    modules: [finder, code],
    messages: ['finder'],
  },
  { what: 'list', planned: 38_000, checked: 38_500, modules: [list, code], messages: ['finder'] },
  {
    what: 'status',
    planned: 46_000,
    modules: [status],
    messages: ['form', 'status'],
  },
  {
    what: 'suggestion',
    planned: 46_000,
    modules: [suggestion],
    messages: ['form', 'suggest'],
  },
  { what: 'menu', planned: 13_000, checked: 21_000, modules: [menu], messages: ['menu'] },
  { what: 'about', planned: 12_000, modules: [about], messages: ['about'] },
  { what: 'map of the finder', planned: 40_000, modules: [map], messages: [], after: [finder] },
];
