import { expect } from '@open-wc/testing';
import { backend } from '../../harness/backend.js';
import { PartnerPage, script, tag } from '../../harness/partner-page.js';
import { pause, until } from '../../harness/until.js';

const title = 'Refer yourself to Northside Link';
const partner = 'northside-library';

/** How many modules a page has loaded whose path has some text in it. */
const loaded = async (page: PartnerPage, path: string): Promise<number> =>
  (await page.loadedModules()).filter((module) => module.includes(path)).length;

describe('the script that a partner pastes', () => {
  let page: PartnerPage | undefined;
  const open = async (...args: Parameters<typeof PartnerPage.open>): Promise<PartnerPage> => {
    page = await PartnerPage.open(...args);
    return page;
  };
  afterEach(() => {
    page?.close();
  });

  it('works in the head, before the page has a body', async () => {
    const one = await open(script(), tag());
    await until('the element', () => one.isReady());
    expect(await one.press()).to.equal(title);
    expect(one.heard).to.deep.equal([]);
  });

  it('uses messages that the page replaces', async () => {
    const one = await open(
      `<script type="application/json" data-kith-words>{"en":{"start.title":"Ask for help from {service}"}}</script>${script()}`,
      tag(),
    );
    await until('the element', () => one.isReady());
    expect(await one.press()).to.equal('Ask for help from Northside Link');
    expect(one.heard).to.deep.equal([]);
  });

  it('keeps our messages, and reports why, when those of the page cannot be read', async () => {
    for (const [words, reason] of [
      ['{"en":', 'SyntaxError'],
      ['{"en":{"start.title":1}}', 'expected {"en": {"key": "text"}}'],
      ['["start.title"]', 'expected {"en": {"key": "text"}}'],
    ] as const) {
      const one = await open(
        `<script type="application/json" data-kith-words>${words}</script>${script()}`,
        tag(),
      );
      await until('the element', () => one.isReady());
      expect(await one.press()).to.equal(title);
      expect(one.heard).to.have.length(1);
      expect(one.heard[0])
        .to.include('<script data-kith-words> cannot be used')
        .and.include(reason);
      one.close();
    }
  });

  it('works at the end of the body', async () => {
    const one = await open('', tag() + script());
    await until('the element', () => one.isReady());
    expect(one.heard).to.deep.equal([]);
  });

  it('works when it is added long after the page has loaded', async () => {
    const one = await open('', tag());
    expect(one.isReady()).to.equal(false);
    one.addScript({ async: '', 'data-partner': partner });
    await until('the element', () => one.isReady());
  });

  it('prepares elements that are added later, also inside other elements', async () => {
    const one = await open(script(), '<p>Nothing yet</p>');
    await pause(50);
    one.add(`<section><p>${tag()}</p></section>`);
    await until('the element', () => one.isReady());
    one.add('<kith-referral-form></kith-referral-form>');
    await until('the form', () => one.isReady('kith-referral-form'));
  });

  it('loads no code of the form before a pointer or the focus comes near', async () => {
    const one = await open(script(), tag());
    await until('the element', () => one.isReady());
    await pause(50);
    expect(await loaded(one, '/referral/form/')).to.equal(0);
    const asked = one.frame.contentWindow?.performance.getEntriesByType('resource') ?? [];
    expect(asked.some(({ name }) => name.includes('/api/'))).to.equal(false);
    await one.press();
    expect(await loaded(one, '/referral/form/referral-form.ts')).to.equal(1);
  });

  it('loads no code of the finder for a list of activities, and loads shared code once', async () => {
    const one = await open(
      script(),
      '<kith-activity-list query="free=yes"><p>Call 01632 960 123</p></kith-activity-list>',
    );
    await until('the list', () => one.isReady('kith-activity-list'));
    expect(await loaded(one, '/directory/list/activity-list.ts')).to.equal(1);
    expect(await loaded(one, '/directory/finder/')).to.equal(0);
    expect(await loaded(one, '/referral/form/')).to.equal(0);
    one.add('<kith-activity-finder></kith-activity-finder>');
    await until('the finder', () => one.isReady('kith-activity-finder'));
    expect(await loaded(one, '/directory/finder/activity-finder.ts')).to.equal(1);
    expect(await loaded(one, '/referral/form/')).to.equal(0);
    const modules = await one.loadedModules();
    expect(modules).to.have.length(new Set(modules).size);
    expect(one.heard).to.deep.equal([]);
  });

  it('loads the themes only for a page that uses one, and applies it to each element without a theme of its own', async () => {
    const look = (one: PartnerPage, selector: string): string => {
      const root = one.document.querySelector(selector)?.shadowRoot?.querySelector('.root');
      return root ? getComputedStyle(root).backgroundColor : '';
    };
    const abouts = '<kith-about></kith-about><kith-about id="own" theme="govuk"></kith-about>';
    const one = await open(script(`data-partner="${partner}" data-theme="dark"`), abouts);
    await until('the dark one', () => look(one, 'kith-about') === 'rgb(22, 25, 27)');
    await until('the other', () => look(one, '#own') === 'rgb(255, 255, 255)');
    expect(one.heard).to.deep.equal([]);
    one.close();
    const plain = await open(script(), '<kith-about></kith-about>');
    await until('the element', () => plain.isReady('kith-about'));
    await pause(100);
    expect(await loaded(plain, '/tokens/generated/themes.ts')).to.equal(0);
  });

  it('does no harm when it is on the page twice', async () => {
    const one = await open(script() + script(), tag() + script());
    one.addScript({ 'data-partner': 'another' }, '?twice');
    await until('the element', () => one.isReady());
    expect(await one.press()).to.equal(title);
    expect(one.heard).to.deep.equal([]);
  });

  it('warns once when another version has already defined an element, which keeps its tag', async () => {
    const one = await open(
      script(),
      tag(),
      `customElements.define('kith-referral-form', class extends HTMLElement { static version = '0.0.1'; enter() {} focusTitle() {} });`,
    );
    await until('the element', () => one.isReady());
    one.document.querySelector('a')?.click();
    await until('a warning', () => one.heard.length > 0);
    await pause(50);
    expect(one.heard).to.deep.equal([
      'Kith: <kith-referral-form>: another version is already on this page',
    ]);
  });

  it('takes another backend from data-endpoint, unless an element has an endpoint of its own', async () => {
    const one = await open(
      script(`data-partner="${partner}" data-endpoint="${backend}/elsewhere"`),
      tag() + tag(`id="own" endpoint="${backend}"`),
    );
    await until('the element', () => one.isReady('#own'));
    expect(await one.press(one.document.querySelector('#own'))).to.equal(title);
    one.document.querySelector('a')?.click();
    await until('a call', () =>
      one.frame.contentWindow?.performance
        .getEntriesByType('resource')
        .some(({ name }) => name.startsWith(`${backend}/elsewhere/api`)),
    );
  });

  it('names an invalid setting, and leaves the link as it was', async () => {
    const one = await open(script('data-partner="My Library"'), tag());
    await until('a message', () => one.heard.length > 0);
    expect(one.heard).to.have.length(1);
    expect(one.heard[0]).to.include('<kith-refer-yourself>: partner="My Library" cannot be used');
    expect(one.document.querySelector('a')?.checkVisibility()).to.equal(true);
  });

  it('prepares elements in other shadow roots when the partner lists their tags', async () => {
    const one = await open(
      script(`data-partner="${partner}" data-elements="kith-refer-yourself"`),
      '<div></div>',
    );
    const root = one.document.querySelector('div')?.attachShadow({ mode: 'closed' });
    const element = one.document.createElement('kith-refer-yourself');
    element.innerHTML = '<a href="#service-page">Refer yourself</a>';
    root?.append(element);
    await until('the element', () => element.shadowRoot);
    expect(await one.press(element)).to.equal(title);
  });

  it('adds no names to the global scope except those of its libraries', async () => {
    const one = await open(
      script(),
      tag(),
      `window.before = ''; window.before = Object.getOwnPropertyNames(window).join(' ');`,
    );
    await until('the element', () => one.isReady());
    await one.press();
    const before = String(Reflect.get(Object(one.frame.contentWindow), 'before')).split(' ');
    const now = Object.getOwnPropertyNames(one.frame.contentWindow);
    const ours = now.filter((name) => !before.includes(name) && !/^\d+$/.test(name));
    expect(
      ours.filter((name) => !/^(lit|reactiveElement|__zod_globalConfig$)/.test(name)),
    ).to.deep.equal([]);
  });

  it('works beside an old library that changed the methods of arrays', async () => {
    const one = await open(
      script(),
      tag(),
      `Array.prototype.each = function () {}; Array.prototype.toJSON = function () { return 'broken'; };
       Array.from = (list) => { const all = []; for (let i = 0; i < (list.length >>> 0); i++) if (i in list) all.push(list[i]); return all; };
       Object.defineProperty(document, 'currentScript', { get() { throw new Error('gone'); } });
       try { delete crypto.randomUUID } catch {}`,
    );
    await until('the element', () => one.isReady());
    expect(await one.press()).to.equal(title);
    expect(one.heard).to.deep.equal([]);
  });
});
