import { expect, fixtureSync, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { backend } from '../../../harness/backend.js';
import { consoleDuring } from '../../../harness/console.js';
import { ReferYourselfHarness } from '../../../harness/refer-yourself.js';
import { pause, until } from '../../../harness/until.js';

const link = '<a href="#service-page">Refer yourself</a>';

// Keeps these tests on the page.
window.addEventListener('click', (event) => {
  if (event.target instanceof HTMLAnchorElement || event.ctrlKey || event.shiftKey)
    event.preventDefault();
});

// Each module is a file in these tests, which is more than the default size of the buffer.
performance.setResourceTimingBufferSize(5000);

describe('a visitor who presses the link of <kith-refer-yourself>', () => {
  it('gets the form in a dialog with the focus on its title, and stays on the page', async () => {
    const refer = await ReferYourselfHarness.place();
    await expect(refer.element).to.be.accessible();
    const address = location.href;
    expect(refer.press()).to.equal(false);
    const form = await refer.form();
    expect(refer.isOpen).to.equal(true);
    expect(form.focused).to.equal('Refer yourself to Northside Link');
    expect(location.href).to.equal(address);
    await expect(refer.dialogElement).to.be.accessible();
  });

  it('gets one form when they press repeatedly', async () => {
    const refer = await ReferYourselfHarness.place();
    refer.press();
    refer.press();
    const form = await refer.open();
    await form.goTo('Where do you live?');
    refer.press();
    await pause(50);
    expect(form.title).to.equal('Where do you live?');
  });

  it('gets the form in the page when the mode is inline', async () => {
    const refer = await ReferYourselfHarness.place(
      `<kith-refer-yourself mode="inline" without-history>${link}</kith-refer-yourself>`,
    );
    const form = await refer.open();
    await until('the focus', () => form.focused === 'Refer yourself to Northside Link');
    await expect(refer.element).to.be.accessible();
  });

  it('follows the link when the mode is page', async () => {
    const refer = await ReferYourselfHarness.place(
      `<kith-refer-yourself mode="page">${link}</kith-refer-yourself>`,
    );
    refer.link.dispatchEvent(new PointerEvent('pointerenter'));
    let isOurs = true;
    window.addEventListener('click', (event) => (isOurs = event.defaultPrevented), {
      capture: true,
      once: true,
    });
    refer.press();
    expect(isOurs).to.equal(false);
    await pause(20);
    expect(refer.isOpen).to.equal(false);
  });

  for (const keys of [
    { ctrlKey: true },
    { metaKey: true },
    { shiftKey: true },
    { altKey: true },
    { button: 1 },
  ])
    it(`opens the link in another tab or window with ${Object.keys(keys).join()}`, async () => {
      const refer = await ReferYourselfHarness.place();
      let isOurs: boolean | undefined;
      refer.element.addEventListener('click', (event) => (isOurs = event.defaultPrevented));
      refer.press(keys);
      await pause(20);
      expect(isOurs).to.equal(false);
      expect(refer.isOpen).to.equal(false);
    });

  it('gets no form when a script of the page has handled the click', async () => {
    const refer = await ReferYourselfHarness.place();
    refer.link.addEventListener('click', (event) => {
      event.preventDefault();
    });
    refer.press();
    await pause(20);
    expect(refer.isOpen).to.equal(false);
  });
});

describe('<kith-refer-yourself>', () => {
  it('has its own link when the partner wrote none', async () => {
    const refer = await ReferYourselfHarness.place('<kith-refer-yourself></kith-refer-yourself>');
    await until('a link', () => refer.element.shadowRoot?.querySelector('slot a'));
    expect(refer.link.textContent).to.equal('Refer yourself');
    expect(refer.link.href).to.equal(`${backend}/refer?partner=northside-library`);
    await expect(refer.element).to.be.accessible();
  });

  for (const [what, event] of [
    ['moves the mouse to the link', new PointerEvent('pointerenter')],
    ['touches the link', new PointerEvent('pointerdown', { bubbles: true })],
    ['focuses the link with the keyboard', new FocusEvent('focusin', { bubbles: true })],
  ] as const)
    it(`loads the form when a person ${what}`, async () => {
      const endpoint = `${backend}/for/${event.type}`;
      const refer = await ReferYourselfHarness.place(
        `<kith-refer-yourself endpoint="${endpoint}">${link}</kith-refer-yourself>`,
      );
      const asked = (): boolean =>
        performance.getEntriesByType('resource').some(({ name }) => name.startsWith(endpoint));
      await refer.element.updateComplete;
      expect(asked()).to.equal(false);
      (event.bubbles ? refer.link : refer.element.shadowRoot?.querySelector('slot'))?.dispatchEvent(
        event,
      );
      await until('a request', asked);
    });

  it('reports each invalid setting in the console, with its tag, attribute and value', async () => {
    const heard = await consoleDuring(async (words) => {
      const refer = await ReferYourselfHarness.place(
        `<kith-refer-yourself endpoint="nowhere" mode="popup">${link}</kith-refer-yourself>`,
      );
      await until('two messages', () => words.length === 2);
      refer.element.remove();
    });
    expect([...heard].sort()).to.deep.equal([
      'Kith: <kith-refer-yourself>: endpoint="nowhere" cannot be used; expected an address like https://kith.example.org. See docs/embedding.md#settings',
      'Kith: <kith-refer-yourself>: mode="popup" cannot be used; expected dialog, inline or page. See docs/embedding.md#settings',
    ]);
  });

  it('does not handle the link when its settings are invalid', async () => {
    const heard = await consoleDuring(async (words) => {
      const refer = await ReferYourselfHarness.place(
        `<kith-refer-yourself partner="Not an id">${link}</kith-refer-yourself>`,
      );
      let isOurs: boolean | undefined;
      refer.element.addEventListener('click', (event) => (isOurs = event.defaultPrevented));
      refer.press();
      await until('a message', () => words.length > 0);
      expect(isOurs).to.equal(false);
    });
    expect(heard).to.have.length(1);
    expect(heard[0]).to.include('partner="Not an id"');
  });

  it('is hidden when it has the hidden attribute', async () => {
    const refer = await ReferYourselfHarness.place(
      `<kith-refer-yourself hidden>${link}</kith-refer-yourself>`,
    );
    expect(refer.link.checkVisibility()).to.equal(false);
  });
});

describe('a page with <kith-refer-yourself>', () => {
  it('can create it by script and set its properties', async () => {
    const element = document.createElement('kith-refer-yourself');
    element.mode = 'inline';
    element.withoutHistory = true;
    element.innerHTML = link;
    fixtureSync<HTMLElement>(html`<main></main>`).append(element);
    await new ReferYourselfHarness(element).open();
  });

  it('can set its properties before it is defined', async () => {
    const tag = 'kith-refer-later';
    const element = document.createElement(tag);
    Object.assign(element, { mode: 'inline', partner: 'northside-library' });
    fixtureSync<HTMLElement>(html`<main></main>`).append(element);
    const { ReferYourself } = await import('../../../../src/referral/opener/refer-yourself.js');
    customElements.define(tag, class extends ReferYourself {});
    await until('an upgrade', () => element.shadowRoot);
    expect(Reflect.get(element, 'mode')).to.equal('inline');
    expect(Reflect.get(element, 'partner')).to.equal('northside-library');
    expect(Object.keys(element)).not.to.include('mode');
  });

  for (const mode of ['open', 'closed'] as const)
    it(`can have it in a shadow root that is ${mode}`, async () => {
      const host = fixtureSync<HTMLElement>(html`<div></div>`);
      const root = host.attachShadow({ mode });
      root.innerHTML = `<kith-refer-yourself without-history>${link}</kith-refer-yourself>`;
      const form = await ReferYourselfHarness.in(root).open();
      await form.goTo('Where do you live?');
      expect(form.focused).to.equal('Where do you live?');
    });

  for (const mode of ['dialog', 'inline'])
    it(`can have it inside a <form>, which is never submitted (${mode})`, async () => {
      const refer = await ReferYourselfHarness.place(
        `<form action="/lost"><input name="action"><kith-refer-yourself mode="${mode}" without-history>${link}</kith-refer-yourself><button>Search</button></form>`,
      );
      let submits = 0;
      const count = (event: Event): void => {
        if (event.target === refer.element.closest('form')) submits += 1;
        event.preventDefault();
      };
      document.addEventListener('submit', count, true);
      const form = await refer.open();
      form.press('Start now');
      await form.at('Where do you live?');
      form.control('Postcode').focus();
      await sendKeys({ type: 'TS18 1HU' });
      await sendKeys({ press: 'Enter' });
      await form.at('What is your date of birth?');
      form.press('Back');
      await form.at('Where do you live?');
      document.removeEventListener('submit', count, true);
      expect(submits).to.equal(0);
    });

  it('can move it without losing what was typed', async () => {
    const refer = await ReferYourselfHarness.place(
      `<kith-refer-yourself mode="inline" without-history>${link}</kith-refer-yourself>`,
    );
    const form = await refer.open();
    await form.goTo('Where do you live?');
    await form.type('Postcode', 'TS18 1HU');
    fixtureSync<HTMLElement>(html`<section></section>`).append(refer.element);
    await refer.element.updateComplete;
    expect(form.valueOf('Postcode')).to.equal('TS18 1HU');
    expect(form.title).to.equal('Where do you live?');
  });

  it('can have two of them, which are independent', async () => {
    const [one, two] = [await ReferYourselfHarness.place(), await ReferYourselfHarness.place()];
    const form = await one.open();
    await form.goTo('Where do you live?');
    await form.type('Postcode', 'TS18 1HU');
    one.pressButton('Close');
    await until('a question', () => one.question);
    one.pressButton('Close and clear my answers');
    const other = await two.open();
    await other.goTo('Where do you live?');
    expect(other.valueOf('Postcode')).to.equal('');
    expect(one.isOpen).to.equal(false);
  });

  it('gets no click events from inside the dialog', async () => {
    const refer = await ReferYourselfHarness.place();
    let presses = 0;
    const form = await refer.open();
    refer.element.parentElement?.addEventListener('click', () => (presses += 1));
    form.press('Start now');
    await form.at('Where do you live?');
    expect(presses).to.equal(0);
  });
});
