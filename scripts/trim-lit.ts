/**
 * Takes out of Lit what no page of ours needs and nothing can shake out of a module. Lit's own build is minified, so
 * what goes is named letter by letter; another version of Lit ends the build until this list has been looked at.
 * What is missed would be: templates of SVG and MathML, directives that wait (`until`, `ref` and the like),
 * expressions in a tag itself, in comments or in a <textarea>, listeners that are objects, compiled templates, and
 * tasks that run by themselves, are waited for or are drawn from.
 */
import type { Plugin } from 'vite';

/** What is searched for, and what stands in its place. */
type Cut = readonly [part: string | RegExp, instead: string];

const all: readonly Cut[] = [
  [/\(\w\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '(void 0)'],
  [/\w\.(\w+(Polyfill|Hydrate)Support|ShadyCSS)/g, '(void 0)'],
  // Its short names for what its modules know of each other can be shorter: it has none of these forms.
  [/_\$A(?=\w\b)/g, '_'],
  [/_\$E(?=\w\b)/g, '$'],
];

const css: readonly Cut[] = [
  // What it says to whoever makes styles in another way than ours, whom the compiler tells already.
  [/if\(this\._\$cssResult\$=!0,o!==s\)throw Error\(".*?"\);/, 'this._$cssResult$=!0;'],
  [/(?<=throw Error\()".*?"(?=\))/, ''],
  ['if("number"==typeof t)return t;', ''],
  ['toString(){return this.cssText}', ''],
  // For browsers that cannot share style sheets, which need a wider policy anyway (docs/embedding.md).
  [
    'const o=document.createElement("style"),n=t.litNonce;void 0!==n&&o.setAttribute("nonce",n),',
    'const o=document.createElement("style");',
  ],
  // Style sheets that come from elsewhere: ours are all its own.
  [/\w\?\w=>\w:(?=\w=>\w instanceof)/, ''],
  [/(?<=\w=>)\w instanceof CSSStyleSheet\?(\(.+?\)\(\w\)|\w):(?=\w)/g, ''],
];

const properties: readonly Cut[] = [
  // Properties by decorators, which it also keeps in a place of the page's own.
  [/Symbol\.metadata\?\?=.+?new WeakMap;/, ''],
  [/const t=this\[Symbol\.metadata\];.+?(?=this\._\$Eh=new)/, ''],
  // Properties that are written back into attributes, or read as JSON from there, or that begin with what their
  // attribute says when it is gone.
  [
    'toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},',
    '',
  ],
  ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
  [/_\$ET\(t,s\)\{.+?\}(?=_\$AK\()/, ''],
  ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),', ''],
  ['||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))', ''],
  ['reflect:!1,useDefault:!1,', ''],
  ['this[e]=r??this._$Ej?.get(e)??r,this._$Em=null', 'this[e]=r'],
  ['void 0!==e&&this._$Em!==e', 'void 0!==e'],
  ['this._$Em=e;', ''],
  ['this._$Em=null,', ''],
  [
    'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
    'C(t,s){this._$AL.has(t)||(this.hasUpdated||(s=void 0),this._$AL.set(t,s))}',
  ],
  ['this.C(t,s,i)', 'this.C(t,s)'],
  ['this.C(s,void 0,i,e)', 'this.C(s)'],
  [':void 0!==t.converter?.fromAttribute?t.converter:u', ':u'],
  // Properties without accessors.
  [/!(\w)\.noAccessor\)\{/, '1){'],
  // What can be put in the place of its own steps.
  [
    'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}',
    'return this.performUpdate(),!this.isUpdatePending}',
  ],
  [
    'return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}',
    'return this._$ES}',
  ],
  [
    't=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()',
    't=!0,this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)',
  ],
  // Styles come as a list.
  ['if(Array.isArray(s)){const e=', '{const e='],
  ['else void 0!==s&&i.push(t(s));', ''],
  // What is done to elements from outside.
  ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
  ['void 0!==t.l&&(this.l=[...t.l]),', ''],
  [',this.constructor.l?.forEach(t=>t(this))', ''],
  ['removeController(t){this._$EO?.delete(t)}', ''],
];

const templates: readonly Cut[] = [
  [',l=2===i?"<svg>":3===i?"<math>":""', ',l=""'],
  ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
  [
    'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
    'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
  ],
  ['w=x(2),T=x(3),', ''],
  [',T as mathml', ''],
  [',w as svg', ''],
  // Expressions in a tag itself, in comments and in what holds text alone.
  ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
  [':6===r.type&&(i=new Z(h,this,t))', ':0'],
  [
    'else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
    '',
  ],
  [
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
    '',
  ],
  ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
  ['c=n??v', 'c=v'],
  [':(c=p,n=void 0)', ':c=p'],
  ['let n,l="",c=v', 'let l="",c=v'],
  // Directives that go on when their part is gone or back.
  ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
  [',this._$Cv=e?.isConnected??!0', ''],
  ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  [/get _\$AU\(\)\{return this\._\$AM\._\$AU\}/g, ''],
  [/this\._\$AN=void 0,/g, ''],
  ['this._$AP?.(!1,!0,s);', ';'],
  ['(h?._$AO?.(!1),void 0===o', '(void 0===o'],
  // What parts say of themselves to directives.
  ['get parentNode(){return this._$AM.parentNode}', ''],
  [
    'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}',
    '',
  ],
  ['get startNode(){return this._$AA}get endNode(){return this._$AB}', ''],
  ['get tagName(){return this.element.tagName}', ''],
  // What it says where a template was put together by hand, which it refuses as before.
  ['"invalid template strings array"', ''],
  // Compiled templates, and templates for another document.
  [
    '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'this._$AC(t)',
  ],
  ['t?.creationScope??l', 'l'],
  // Listeners are functions, and take no options.
  ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
  [
    '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
    'this._$AH.call(this.options.host,t)',
  ],
];

const element: readonly Cut[] = [
  ['i._$litElement$=!0,', ''],
  ['connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}', ''],
  ['disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}', ''],
  ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
  ['this._$Do=e(r', 'e(r'],
  [',this._$Do=void 0', ''],
];

// Of tasks: one that is run by name, and whose own work answers for what goes wrong.
const task: readonly Cut[] = [
  [/get taskComplete\(\)\{.+?(?=constructor)/, ''],
  [/(?<=this\.v=h\.task,).+?this\.k=h\.onComplete,.+?\}(?=hostUpdate)/, 'this.k=h.onComplete}'],
  [/hostUpdate\(\)\{.+?(?=async run)/, ''],
  ['t??=this.T(),this.O=t,', ''],
  [':(this.t=void 0,this.o=void 0,this.h=void 0)', ':0'],
  [/"afterUpdate"===this\.autoRun\?.+?:(?=this\._\.requestUpdate\(\);)/, ''],
  [/if\(s===i\)this\.i=0;else\{.+?this\.l=h\}/, 'if(!e)try{this.k(s)}catch{}this.i=e?3:2;'],
  [/get value\(\).+?(?=get status)/, ''],
  [/render\(t\)\{.+?Error\(.+?\)\}\}/, ''],
];

const trimmed: readonly (readonly [file: RegExp, cuts: readonly Cut[]])[] = [
  [/css-tag\.js$/, css],
  [/reactive-element\.js$/, properties],
  [/lit-html\/lit-html\.js$/, templates],
  [/lit-element\/lit-element\.js$/, element],
  [/task\/task\.js$/, task],
];

/** A plugin of Vite, for builds alone. */
export const trimLit: Plugin = {
  name: 'trim-lit',
  apply: 'build',
  transform: {
    filter: { id: /node_modules\/(@lit|lit)/ },
    handler(code, id) {
      if (/async-directive\.js$/.test(id))
        this.error(`${id} cannot be used: see scripts/trim-lit.ts`);
      let left = code;
      for (const [part, instead] of trimmed.find(([file]) => file.test(id))?.[1] ?? []) {
        const before = left;
        left = left.replace(part, () => instead);
        if (left === before)
          this.error(`${id} has no ${String(part)}: scripts/trim-lit.ts must follow`);
      }
      for (const [part, instead] of all) left = left.replace(part, () => instead);
      return { code: left, map: null };
    },
  },
};
