import { expect } from '@open-wc/testing';
import { down, offline, working } from '../../../../server/scenarios.js';
import { Network, intakeIn, withProfile } from '../../../harness/backend.js';
import { ReferralFormHarness } from '../../../harness/referral-form.js';
import { until } from '../../../harness/until.js';

const atWork = {
  for: 'professional',
  'without-history': '',
  organisation: 'Northside Library',
  'organisation-kind': 'library',
};

/** Continues and waits for the next page. */
async function continueTo(form: ReferralFormHarness, title: string): Promise<void> {
  form.press('Continue');
  await form.at(title);
}

describe('a professional who refers someone', () => {
  it('answers several questions on a page, some of them filled in by the host page', async () => {
    const form = ReferralFormHarness.place(intakeIn(), atWork);
    await form.at('Refer someone to Northside Link');
    form.press('Start now');
    await form.at('Where does the person live?');
    await form.type('Their postcode', 'ts18 1hu');
    const harm = 'Are you worried that someone is being harmed, or may be soon?';
    await continueTo(form, harm);
    await form.choose('Yes, and nobody has reported it yet');
    await continueTo(form, 'Do not use a form for this. Call now');
    await expect(form.element).to.be.accessible();
    form.press('Go back');
    await form.at(harm);
    await form.choose('Yes, and it has been reported already');
    await continueTo(form, 'About you and your organisation');
    expect(form.valueOf('Name of your organisation')).to.equal('Northside Library');
    expect(form.isChosen('Library')).to.equal(true);
    await form.type('Your name', 'Sam Example');
    await form.type('Your role', 'Librarian');
    await form.type('Your work email', 'sam@example.com');
    await form.choose('Yes, tell me what happens');
    await continueTo(form, 'Who are you referring?');
    await form.type('Their full name', 'Pat Example');
    await form.type('Day', '27');
    await form.type('Month', '3');
    await form.type('Year', '1967');
    await form.choose('I do not know');
    await continueTo(form, 'Why are you referring them?');
    await form.choose('Feeling lonely or cut off');
    await form.type('Reason for referral', 'Has lost touch with everybody');
    await form.choose('Yes');
    await form.type('What are the risks?', 'A large dog');
    await form.choose('Ask the team to look at this one first');
    await continueTo(form, 'How can we reach the person?');
    await form.choose('Phone call');
    await form.type('Their phone number', '01632 960 001');
    await form.choose('Yes');
    await continueTo(form, 'Permission');
    await form.choose('No');
    await form.choose('It is needed to keep someone safe');
    await continueTo(form, 'Check the answers before you send them');
    expect(form.text).to.include('A large dog');
    await expect(form.element).to.be.accessible();
    form.press('Send my referral');
    await form.at('The referral has been sent');
  });
});

describe('a person who refers someone close to them', () => {
  it('is asked for their relation to the person, and to talk to the person first', async () => {
    const form = ReferralFormHarness.place(intakeIn(), { 'without-history': '' });
    await form.at('Who is this referral for?');
    form.press('Someone close to me');
    await form.at('Refer someone to Northside Link');
    form.press('Back');
    await form.at('Who is this referral for?');
    form.press('Someone close to me');
    await form.at('Refer someone to Northside Link');
    form.press('Start now');
    await form.at('Where does the person live?');
    await form.type('Their postcode', 'ts18 1hu');
    await continueTo(form, 'Who is the person to you?');
    await form.choose('My parent');
    await form.choose('No, or I am not sure');
    await continueTo(form, 'Talk to the person first');
    await expect(form.element).to.be.accessible();
  });
});

describe('a person whose connection fails after they have chosen who the referral is for', () => {
  it('reads why, stays at the choice, and gets the right form when they try again', async () => {
    const network = new Network();
    const form = ReferralFormHarness.place(network.intake, { 'without-history': '' });
    await form.at('Who is this referral for?');
    network.scenario = offline;
    form.press('Someone close to me');
    await until('the failure', () => form.text.includes('connected to the internet'));
    expect(form.title).to.equal('Who is this referral for?');
    expect(form.focused, 'the notice has the focus').to.include('connected to the internet');
    await expect(form.element).to.be.accessible();
    network.scenario = working;
    form.press('Try again');
    await form.at('Refer someone to Northside Link');
  });

  it('never sees the form for another kind of referral while theirs is being loaded', async () => {
    const network = new Network();
    const form = ReferralFormHarness.place(network.intake, { 'without-history': '' });
    await form.at('Who is this referral for?');
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    network.scenario = (fetch) => async (input, init) => {
      await held;
      return fetch(input, init);
    };
    const titles = new Set<string>();
    const watching = new MutationObserver(() => titles.add(form.title));
    watching.observe(form.element.shadowRoot ?? form.element, { childList: true, subtree: true });
    form.press('Someone I work with');
    await form.element.updateComplete;
    expect(form.title).to.equal('Who is this referral for?');
    letGo();
    await form.at('Refer someone to Northside Link');
    watching.disconnect();
    expect([...titles]).not.to.include('Refer yourself to Northside Link');
  });
});

describe('a page that sets the kind of referral after the form was loaded', () => {
  it('gets that form, and no other when it cannot be loaded', async () => {
    const network = new Network();
    const form = ReferralFormHarness.place(network.intake, { 'without-history': '' });
    await form.at('Who is this referral for?');
    network.scenario = down;
    form.element.for = 'self';
    await form.at('Refer yourself to Northside Link');
    form.element.for = 'professional';
    await until('the failure', () => form.text.includes('Try again'));
    expect(form.title).to.equal('');
    network.scenario = working;
    form.press('Try again');
    await form.at('Refer someone to Northside Link');
  });
});

describe('a person whose page changes the kind of referral while theirs is being sent', () => {
  it('still gets the receipt', async () => {
    const network = new Network();
    const form = await ReferralFormHarness.open(network.intake);
    await form.goTo('Check your answers before you send them');
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    network.scenario = (fetch) => async (input, init) => {
      if (init?.method === 'POST') await held;
      return fetch(input, init);
    };
    form.press('Send my referral');
    await until('the call', () => form.element.isSending);
    form.element.for = 'someone-close';
    await until('the other form', () => form.text.includes('Sending'));
    letGo();
    await until('the receipt', () => /has been sent$/.test(form.title));
  });
});

describe('a person in an area with a waiting list', () => {
  it('is told about the wait before they are asked anything else', async () => {
    const form = await ReferralFormHarness.open();
    form.press('Start now');
    await form.at('Where do you live?');
    await form.type('Postcode', 'ts5 4aa');
    await continueTo(form, 'There is a wait');
    expect(form.text).to.include(
      'Hillside adults’ team, ages 18 and over: waiting list, about 6 weeks',
    );
    await continueTo(form, 'What is your date of birth?');
  });
});

describe('the safety features of a form', () => {
  const withShortTimeout = () =>
    withProfile(({ safety }) => ({ safety: { ...safety, clearAfterMinutes: 1 / 600 } }));

  it('warn an inactive person, who can keep their answers', async () => {
    const form = await ReferralFormHarness.open(withShortTimeout());
    await form.goTo('What is your date of birth?');
    await until('a warning', () => form.inside('.inactive').hasAttribute('open'));
    expect(form.text).to.include('Your answers are cleared in');
    await expect(form.element).to.be.accessible();
    form.press('I am still here');
    await until('no warning', () => !form.inside('.inactive').hasAttribute('open'));
    expect(form.title).to.equal('What is your date of birth?');
  });

  it('clear the answers immediately when a person asks for it', async () => {
    const form = await ReferralFormHarness.open(withShortTimeout());
    await form.goTo('What is your date of birth?');
    await until('a warning', () => form.inside('.inactive').hasAttribute('open'));
    form.press('Clear my answers now');
    await form.at('Refer yourself to Northside Link');
    expect(form.element.hasAnswers).to.equal(false);
    expect(form.text).to.include('so we have cleared it');
  });

  it('say how many more times Shift must be pressed to leave', async () => {
    const form = await ReferralFormHarness.open();
    for (const type of ['keydown', 'keyup'])
      document.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true }));
    await until('the number', () => form.text.includes('Press it 2 more times'));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    await until('nothing', () => !form.text.includes('Press it'));
    form.element.cover();
    expect(form.inside('.cover').hasAttribute('open')).to.equal(true);
    form.element.uncover();
    expect(form.element.shadowRoot?.querySelector('.cover')).to.equal(null);
  });
});
