import { expect } from '@open-wc/testing';
import { ReferralFormHarness, checkTitle } from '../../../harness/referral-form.js';
import { pause, until } from '../../../harness/until.js';

const withHistory = { for: 'self' };
const kith = (): unknown => Reflect.get(Object(history.state), 'kith');

describe('the browser’s Back and Forward', () => {
  it('lead one question back and forward, and keep what was typed', async () => {
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
    expect(location.href, 'the address never changes').to.equal(address);
  });

  it('and the form’s own Back link are one', async () => {
    const form = await ReferralFormHarness.open(undefined, withHistory);
    await form.goTo('What is your date of birth?');
    form.press('Back');
    await form.at('Where do you live?');
    history.forward();
    await form.at('What is your date of birth?');
  });

  it('know numbers, never answers', async () => {
    history.replaceState({ page: 'of the host' }, '');
    const form = await ReferralFormHarness.open(undefined, withHistory);
    await form.goTo('What is your date of birth?');
    const { form: id, ...rest } = { form: '', ...Object(kith()) };
    expect(id).to.match(/^[\d-]+$/);
    expect(rest).to.deep.equal({ position: 2 });
    expect(Reflect.get(Object(history.state), 'page'), 'the host’s own state stays').to.equal(
      'of the host',
    );
    history.replaceState(null, '');
  });

  it('do not bring back what was sent', async () => {
    const form = await ReferralFormHarness.open(undefined, withHistory);
    await form.goTo(checkTitle);
    form.press('Send my referral');
    await form.at('Your referral has been sent');
    history.back();
    await pause(50);
    expect(form.title).to.equal('Your referral has been sent');
  });

  it('are left alone where the page wants that, and the Back link still works', async () => {
    const before = history.length;
    const form = await ReferralFormHarness.open();
    await form.goTo('What is your date of birth?');
    expect(history.length).to.equal(before);
    form.press('Back');
    await form.at('Where do you live?');
  });

  it('work without entries where the browser forbids them', async () => {
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

  it('mean nothing to a form that is gone', async () => {
    const form = await ReferralFormHarness.open(undefined, withHistory);
    await form.goTo('What is your date of birth?');
    form.element.remove();
    history.back();
    await until('an entry before', () => Reflect.get(Object(kith()), 'position') === 1);
    expect(form.title).to.equal('What is your date of birth?');
  });
});
