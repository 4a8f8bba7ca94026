import { expect } from '@open-wc/testing';
import { ReferralFormHarness, checkTitle } from '../../../harness/referral-form.js';
import { pause, until } from '../../../harness/until.js';

const withHistory = { for: 'self' };
const kith = (): unknown => Reflect.get(Object(history.state), 'kith');

describe('the browser’s Back and Forward', () => {
  it('go one question back and forward, and keep what was typed', async () => {
    const address = location.href;
    const form = await ReferralFormHarness.open(undefined, withHistory);
    await form.goTo('What is your date of birth?');
    await form.type('Day', '27');
    history.back();
    await form.at('Where do you live?');
    expect(form.focused).to.equal('Where do you live?');
    expect(form.valueOf('Postcode')).to.equal('ts18 1hu');
    history.forward();
    await form.at('What is your date of birth?');
    expect(form.valueOf('Day')).to.equal('27');
    expect(location.href, 'the URL does not change').to.equal(address);
  });

  it('use the same history as the form’s Back link', async () => {
    const form = await ReferralFormHarness.open(undefined, withHistory);
    await form.goTo('What is your date of birth?');
    form.press('Back');
    await form.at('Where do you live?');
    history.forward();
    await form.at('What is your date of birth?');
  });

  it('store only the number of a page, never answers', async () => {
    history.replaceState({ page: 'of the host' }, '');
    const form = await ReferralFormHarness.open(undefined, withHistory);
    await form.goTo('What is your date of birth?');
    const { form: id, ...rest } = { form: '', ...Object(kith()) };
    expect(id).to.match(/^[\d-]+$/);
    expect(rest).to.deep.equal({ position: 2 });
    expect(
      Reflect.get(Object(history.state), 'page'),
      'the state of the host page is kept',
    ).to.equal('of the host');
    history.replaceState(null, '');
  });

  it('do not restore answers that were sent', async () => {
    const form = await ReferralFormHarness.open(undefined, withHistory);
    await form.goTo(checkTitle);
    form.press('Send my referral');
    await form.at('Your referral has been sent');
    history.back();
    await pause(50);
    expect(form.title).to.equal('Your referral has been sent');
  });

  it('are not used when the page turns them off, while the Back link still works', async () => {
    const before = history.length;
    const form = await ReferralFormHarness.open();
    await form.goTo('What is your date of birth?');
    expect(history.length).to.equal(before);
    form.press('Back');
    await form.at('Where do you live?');
  });

  it('are not used when the browser forbids it, while the Back link still works', async () => {
    const push = history.pushState;
    Object.assign(history, {
      pushState: () => {
        throw new DOMException('Sandboxed', 'SecurityError');
      },
    });
    try {
      const form = await ReferralFormHarness.open(undefined, withHistory);
      await form.goTo('What is your date of birth?');
      form.press('Back');
      await form.at('Where do you live?');
    } finally {
      Reflect.deleteProperty(history, 'pushState');
    }
    expect(history.pushState).to.equal(push);
  });

  it('do not change a form that was removed', async () => {
    const form = await ReferralFormHarness.open(undefined, withHistory);
    await form.goTo('What is your date of birth?');
    form.element.remove();
    history.back();
    await until('the earlier entry', () => Reflect.get(Object(kith()), 'position') === 1);
    expect(form.title).to.equal('What is your date of birth?');
  });
});
