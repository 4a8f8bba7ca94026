import { expect } from '@open-wc/testing';
import { ReferYourselfHarness } from '../../../harness/refer-yourself.js';
import { ReferralFormHarness } from '../../../harness/referral-form.js';
import { until } from '../../../harness/until.js';

/** Adds a partner's own content to the slots of an element; returns a function that lists which of it is visible. */
function withOwnWords(element: Element): () => readonly string[] {
  const words = ['logo', 'intro', 'footer'].map((slot) => {
    const one = document.createElement('p');
    one.slot = slot;
    one.textContent = slot;
    return one;
  });
  element.append(...words);
  return () =>
    words.filter((one) => one.getBoundingClientRect().height > 0).map(({ slot }) => slot);
}

describe('a partner who fills the slots', () => {
  it('has a logo and a footer on every page, and an intro on the start page', async () => {
    const form = await ReferralFormHarness.open();
    const shown = withOwnWords(form.element);
    expect(shown()).to.deep.equal(['logo', 'intro', 'footer']);
    await expect(form.element).to.be.accessible();
    await form.goTo('Where do you live?');
    expect(shown()).to.deep.equal(['logo', 'footer']);
  });

  it('has their content shown only in the dialog that the link opens', async () => {
    const refer = await ReferYourselfHarness.place();
    const shown = withOwnWords(refer.element);
    expect(shown()).to.deep.equal([]);
    refer.press();
    const form = await refer.form();
    expect(shown()).to.deep.equal(['logo', 'intro', 'footer']);
    await form.goTo('Where do you live?');
    expect(shown()).to.deep.equal(['logo', 'footer']);
  });

  it('gets a link when the tag contains only a logo', async () => {
    const refer = await ReferYourselfHarness.place(
      '<kith-refer-yourself><p slot="logo">Northside Library</p></kith-refer-yourself>',
    );
    const link = () => refer.element.shadowRoot?.querySelector('a');
    await until('the link', () => link()?.textContent === 'Refer yourself');
  });
});
