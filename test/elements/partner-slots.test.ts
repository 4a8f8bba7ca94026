import { expect } from '@open-wc/testing';
import { ReferralFormHarness } from '../harness/referral-form.js';

/** Puts a partner's own words into the slots of a form. */
async function withOwnWords(): Promise<{
  readonly form: ReferralFormHarness;
  readonly shown: () => readonly string[];
}> {
  const form = await ReferralFormHarness.open();
  const words = ['logo', 'intro', 'footer'].map((slot) => {
    const one = document.createElement('p');
    one.slot = slot;
    one.textContent = slot;
    return one;
  });
  form.element.append(...words);
  const shown = (): readonly string[] =>
    words.filter((one) => one.getBoundingClientRect().height > 0).map(({ slot }) => slot);
  return { form, shown };
}

describe('a partner', () => {
  it('has a logo, an intro and a footer of their own, the intro where the form begins', async () => {
    const { form, shown } = await withOwnWords();
    expect(shown()).to.deep.equal(['logo', 'intro', 'footer']);
    await expect(form.element).to.be.accessible();
    await form.goTo('Where do you live?');
    expect(shown()).to.deep.equal(['logo', 'footer']);
  });
});
