import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { Shortlist } from '../../../../src/directory/activity/shortlist.js';

class SavedPage extends LitElement {
  readonly shortlist = new Shortlist(this);

  override render(): TemplateResult {
    return html`${this.shortlist.list.map(({ name }) => name).join()}`;
  }

  get text(): string {
    return this.renderRoot.textContent;
  }
}
customElements.define('saved-page', SavedPage);

const shown = (): Promise<SavedPage> => fixture<SavedPage>(html`<saved-page></saved-page>`);

const key = 'kith-shortlist';
const walk = { id: 'a', name: 'Walk' };
const choir = { id: 'b', name: 'Choir' };

describe('a shortlist', () => {
  afterEach(() => {
    localStorage.removeItem(key);
  });

  it('adds an activity, and removes it when it is chosen again', async () => {
    const page = await shown();
    page.shortlist.toggle(walk);
    page.shortlist.toggle(choir);
    await page.updateComplete;
    expect(page.text).to.equal('Walk,Choir');
    expect(page.shortlist.has('a')).to.equal(true);
    page.shortlist.toggle(walk);
    expect(page.shortlist.list).to.deep.equal([choir]);
    expect(page.shortlist.has('a')).to.equal(false);
    expect(localStorage.getItem(key), 'nothing is stored unless asked for').to.equal(null);
  });

  it('is stored on the device and read again, until the person no longer wants that', async () => {
    const { shortlist } = await shown();
    shortlist.toggle(walk);
    shortlist.toggleStorage();
    shortlist.toggle(choir);
    fixtureCleanup();
    const next = await shown();
    expect(next.text).to.equal('Walk,Choir');
    expect(next.shortlist.isStored).to.equal(true);
    next.shortlist.toggleStorage();
    expect(localStorage.getItem(key)).to.equal(null);
    expect(next.shortlist.list).to.have.length(2);
  });

  for (const kept of ['', 'x', '{}', '[1,["a"],[1,2],{"id":"a"}]'])
    it(`is empty when the device has stored ${kept}`, async () => {
      localStorage.setItem(key, kept);
      const { shortlist } = await shown();
      expect(shortlist.list).to.deep.equal([]);
      expect(shortlist.isStored).to.equal(true);
    });
});
