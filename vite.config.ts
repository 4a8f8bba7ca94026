import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { type Plugin, defineConfig } from 'vite';

// What Lit carries that no page needs, and nothing can shake out of a module: what it does for browsers older than
// ours, and the names of versions that it leaves on the page.
const unused: readonly (readonly [file: RegExp, code: RegExp, instead: string])[] = [
  [
    /(lit-html|reactive-element|lit-element|css-tag)\.js$/,
    /\(\w\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)|\w\.(\w+(Polyfill|Hydrate)Support|ShadyCSS)/g,
    '(void 0)',
  ],
  // What it says to whoever writes styles in another way than ours, whom the compiler tells already.
  [/css-tag\.js$/, /(?<=throw Error\().*?(?=\))/g, ''],
  // Styles of other kinds than ours, and what decorators would leave on the page: we have none.
  [/css-tag\.js$/, /(?<=c=)e\?t=>t:.*?\(t\):t(?=;)/, 't=>t'],
  [
    /reactive-element\.js$/,
    /Symbol\.metadata\?\?=.*?new WeakMap;|static addInitializer\(t\)\{.*?\}|void 0!==t\.l&&\(.*?\),|const t=this\[Symbol\.metadata\];.*?\.set\(t,i\)\}|,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/g,
    '',
  ],
  // Properties that are written back to attributes or read from them as JSON, SVG and MathML, templates compiled
  // ahead, and bindings to whole tags: eslint.config.js keeps them out of our elements.
  [
    /reactive-element\.js$/,
    /toAttribute\(t,s\)\{.*?return t\},|case Object:case Array:try\{.*?\}catch\(t\)\{.*?\}|_\$ET\(t,s\)\{.*?\}\}(?=_\$AK)|this\._\$Eq&&=.*?\),(?=this\._\$EM)|\|\|i\.useDefault&&.*?\(t,i\)\)|(?<=this\[e\]=r)\?\?this\._\$Ej.*?\?\?r|"function"==typeof t\.converter.*?\?t\.converter:|removeController\(t\)\{.*?\}|,this\.prototype\.hasOwnProperty\(t\).*?wrapped=!0\)|const t=this\.constructor\.elementProperties;if\(t\.size>0\).*?i,e\)\}/g,
    '',
  ],
  [
    /reactive-element\.js$/,
    /(?<=\}C)\(t,s,\{useDefault:i.*?\.add\(t\)\)\}/,
    '(t,s){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}',
  ],
  [
    /lit-html\.js$/,
    /2===i\?"<svg>".*?"<math>":|\+\(2===i\?"<\/svg>".*?:""\)|else t\.startsWith\(o\).*?\(t\)\)?;|get (start|end)Node\(\)\{.*?\}|get tagName\(\)\{.*?\}/g,
    '',
  ],
  [/lit-html\.js$/, /2===i\|\|3===i\)\{.*?\}/, '0);'],
  [/lit-html\.js$/, /6===r\.type&&\(.*?\)\)/, '0'],
  [/lit-html\.js$/, /"number"==typeof s\?this\._\$AC\(t\):\(.*?,s\)/, 'this._$AC(t)'],
  [/lit-html\.js$/, /\{M:h,.*?F:Z\}/, '{I:k}'],
];
const trim: Plugin = {
  name: 'trim',
  apply: 'build',
  transform: {
    filter: { id: /node_modules/ },
    handler: (code, id) => {
      const found = unused.filter(([file]) => file.test(id));
      return found.length > 0
        ? {
            code: found.reduce((left, [, part, instead]) => left.replace(part, instead), code),
            map: null,
          }
        : null;
    },
  },
};

// Answers are described as data, so that nobody downloads the library that the backend checks them with.
const withoutSchemas: Plugin = {
  name: 'without-schemas',
  enforce: 'pre',
  apply: 'build',
  resolveId(source, importer) {
    if (/^zod(\/|$)/.test(source))
      this.error(
        `${importer ?? ''} imports ${source}, and pages load it: docs/decisions/checked-answers.md`,
      );
  },
};

// The script tag: a small entry with a stable name, and chunks with hashed names that can be cached for ever.
// Library mode, because application mode adds a preload helper that the entry has no use for.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [{ ...minifyLiterals(), enforce: 'pre', apply: 'build' }, trim, withoutSchemas],
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
            // What every element needs, with the way to the form: what a page loads before anybody touches it.
            {
              name: 'base',
              test: /node_modules\/(lit\/(?!directives)|@lit\/reactive-element|lit-html\/(lit-html|is-server)|lit-element)|src\/(client\/settings|define|version|shared\/(record|result)|i18n\/(language|words|generated\/form\.)|view\/(text\.styles|pressed-link)|elements\/refer-yourself)|@oxc-project|rolldown\/runtime/,
            },
            // What a webmaster reads where a setting is wrong.
            { name: 'setting-words', test: /src\/client\/setting-words/ },
            // What those have that ask the backend something.
            {
              name: 'asking',
              test: /node_modules\/(@messageformat\/runtime|make-plural)|src\/(client\/(http|fits)\.|shared\/(emit|pause)|contract\/postcode-form|view\/(button\.styles|failure-notice|linked))/,
            },
            {
              name: 'menu',
              test: /src\/(elements\/audience-menu|i18n\/generated\/menu\.|client\/ask-doors)/,
            },
            { name: 'about', test: /src\/(elements\/about|i18n\/generated\/about\.)/ },
            {
              name: 'finder',
              test: /src\/(contract\/(activity-kinds|activity-query|directory-paths|generated\/directory)|client\/http-directory|machines\/(finder|shortlist)|controllers\/(finder|kept|next-focus|open)|view\/(activity|safe-link)|elements\/(form-dialog\/ask-about|activity-(finder|list)\/(?!finder-map))|i18n\/generated\/finder\.)|node_modules\/@lit\/task/,
            },
            // Feeds read without a backend.
            {
              name: 'feed',
              test: /src\/(client\/open-referral|contract\/(activity-card|activity-values|distance))/,
            },
            {
              name: 'form',
              test: /src\/(contract|controllers|machines|view\/(?!qr)|client|shared|elements\/(form-dialog|referral-form))|node_modules\/lit-html/,
            },
          ],
        },
      },
    },
  },
});
