import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { type Plugin, defineConfig } from 'vite';
import { trimLit } from './scripts/trim-lit.js';

const ofOthers =
  /src\/contract\/(questions-of-others|questions\/(agreement|introducer|reason|referrer|relation|risks|safeguarding|urgency))\./;
const ofDesk =
  /src\/(elements\/desk-element|client\/http-desk|contract\/(activity-suggestion|referral-status|status-endpoints|suggestion-endpoints)|(controllers|view)\/one-page-form)/;
const besideForm = new RegExp(
  `${ofOthers.source}|${ofDesk.source}|questions/(standing|suggestion)\\.|view/qr|keep-receipt`,
);

// What `import()` gives of a module that shares its chunk: an object that we can write as one, and not a helper of the
// bundler's that would be a file more for every page to ask for. Lines stay where the source map has them.
const withoutRuntime: Plugin = {
  name: 'without-runtime',
  apply: 'build',
  renderChunk(code) {
    const written = code
      .replace(/import \{ \w+ as __exportAll \} from ".*";/, '')
      .replace(/(?<== \/\* @__PURE__ \*\/ )__exportAll\((\{[^}]*\})\)/g, (_, exported: string) =>
        exported.replace(/(\w+): \(\) => ([\w$]+)/g, 'get $1() { return $2; }'),
      );
    if (/__exportAll\(/.test(written))
      this.error('the bundler writes its helper in another way: withoutRuntime must follow');
    return { code: written, map: null };
  },
};

// The script tag: a small entry with a stable name, and chunks with hashed names that can be cached for ever.
// Library mode, because application mode adds a preload helper that the entry has no use for.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [{ ...minifyLiterals(), enforce: 'pre', apply: 'build' }, trimLit, withoutRuntime],
  build: {
    outDir: 'dist/embed',
    // Browsers since 2022, which have the native dialog; older ones get the partner's plain link.
    target: 'es2022',
    sourcemap: true,
    lib: { entry: { kith: 'src/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // What all answers are checked with, and the contract of what is asked before a form or a menu is there.
            {
              name: 'schemas',
              test: /node_modules\/zod\/|src\/contract\/(audience|contact-link|coverage|fields|gp-practice|intake-endpoints|postcode|receipt|service-profile|team|text)\./,
            },
            // What every element needs, with the way to the form: what a page loads before anybody touches it.
            {
              name: 'base',
              test: /node_modules\/(lit\/(?!directives)|@lit\/reactive-element|lit-html\/(lit-html|is-server)|lit-element)|src\/(client\/(settings|http\.)|define|version|shared\/(record|result)|i18n\/(language|words|generated\/(form|known|languages)\.)|view\/((root|text)\.styles|pressed-link|language-choice)|tokens\/generated\/defaults|elements\/(themed-element|spoken|refer-yourself))|@oxc-project|rolldown\/runtime/,
            },
            // What a webmaster reads where a setting is wrong.
            { name: 'setting-words', test: /src\/client\/setting-words/ },
            // How elements look that have a theme.
            { name: 'themes', test: /src\/(elements\/dress|tokens\/generated\/themes)/ },
            // What those have that ask the backend something.
            {
              name: 'asking',
              test: /src\/(i18n\/plural|shared\/(come-to|emit|pause)|view\/(button\.styles|failure-notice|linked))/,
            },
            {
              name: 'menu',
              test: /src\/(elements\/audience-menu|i18n\/generated\/menu\.)/,
            },
            // What is said of a translation that nobody has checked.
            {
              name: 'language-draft',
              test: /src\/(view\/language-draft|i18n\/generated\/language\.)/,
            },
            { name: 'about', test: /src\/(elements\/about|i18n\/generated\/about\.)/ },
            // The little that those share who show activities and those who ask for one thing.
            {
              name: 'kinds',
              test: /src\/(contract\/(activity|directory|directory-endpoints|activity-query)\.|controllers\/next-focus)/,
            },
            // What finder and list share.
            {
              name: 'activities',
              test: /src\/(contract\/activity-page|client\/http-directory|machines\/finder-place|controllers\/(finder-search|open)|shared\/idle|i18n\/generated\/finder\.|view\/(activity|safe-link)|elements\/form-dialog\/ask-about)|node_modules\/@lit\/task/,
            },
            { name: 'list', test: /src\/(machines\/list|elements\/activity-list)/ },
            {
              name: 'finder',
              test: /src\/(machines\/(finder|shortlist)|controllers\/(finder|kept|list-in-view)|elements\/activity-finder\/(?!finder-map))/,
            },
            // Feeds read without a backend.
            {
              name: 'feed',
              test: /src\/(client\/open-referral|contract\/(activity-card|activity-values|distance))/,
            },
            // What is matched first takes along what it imports: what all forms share comes before what one has.
            {
              name: 'form',
              test: (id) =>
                /src\/(contract|controllers|machines|view|client|elements\/(safe-element|form-dialog|referral-form))|node_modules\/lit-html/.test(
                  id,
                ) && !besideForm.test(id),
            },
            // What only those are asked who refer somebody else.
            { name: 'keep-receipt', test: /keep-receipt/ },
            { name: 'others', test: ofOthers },
            { name: 'desk', test: ofDesk },
            {
              name: 'status',
              test: /src\/(elements\/referral-status|contract\/questions\/standing|i18n\/generated\/status\.)/,
            },
            {
              name: 'suggest',
              test: /src\/(elements\/suggest-activity|contract\/questions\/suggestion|i18n\/generated\/suggest\.)/,
            },
          ],
        },
      },
    },
  },
});
