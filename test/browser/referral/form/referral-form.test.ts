import { expect, fixtureSync, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { down, empty, offContract, offline, refusing } from '../../../../server/scenarios.js';
import type { ReferralApi } from '../../../../src/referral/api/referral-api.js';
import { ReferralSentEvent } from '../../../../src/referral/form/referral-form.events.js';
import {
  Network,
  freshPartner,
  intakeIn,
  withProfile,
  withTeams,
} from '../../../harness/backend.js';
import { consoleDuring } from '../../../harness/console.js';
import { ReferralFormHarness, checkTitle, everyPage } from '../../../harness/referral-form.js';
import { pause, until } from '../../../harness/until.js';

const startTitle = 'Refer yourself to Northside Link';
const sentTitle = 'Your referral has been sent';

describe('a visitor who opens the form', () => {
  it('reads what the service is, whom it helps, and what happens next', async () => {
    const form = await ReferralFormHarness.open();
    for (const words of [
      'live in Northside (Teesside in this demonstration)',
      'are 18 or over',
      'It takes about 5 minutes',
      'within 5 working days',
      'If you would rather talk to someone, call 01632 960 123. Monday to Friday, 9am to 5pm.',
      'If you need help now',
    ])
      expect(form.text).to.include(words);
    expect(form.link('01632 960 123').href).to.equal('tel:+441632960123');
    expect(form.link('Call 999').href).to.equal('tel:999');
    await expect(form.element).to.be.accessible();
  });

  it('reads the age range and the privacy notice when the service has them', async () => {
    const form = await ReferralFormHarness.open(
      withProfile(({ service }) => ({
        age: { from: 16, to: 25 },
        service: { ...service, privacyNotice: 'https://northside.example/privacy' },
      })),
    );
    expect(form.text).to.include('are aged 16 to 25');
    const link = form.link('How we look after your information');
    expect(link.href).to.equal('https://northside.example/privacy');
    expect(link.rel).to.equal('noopener');
  });

  it('reads nothing about ages when the service is for everybody', async () => {
    const form = await ReferralFormHarness.open(withProfile(() => ({ age: { from: 0 } })));
    expect(form.text).not.to.include('or over');
  });

  it('reads the service’s own wording when it has one', async () => {
    const form = ReferralFormHarness.place(
      withProfile(() => ({
        wording: { 'start.title': 'Ask {service} for a hand', 'action.start': 'Off we go' },
      })),
    );
    await form.at('Ask Northside Link for a hand');
    form.press('Off we go');
    await form.at('Where do you live?');
  });
});

describe('a person who may not be safe at home', () => {
  it('is asked plainly whether each way of contact is safe, and to choose another one if none is', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('What would you like help with?');
    await form.choose('Feeling safe at home');
    form.press('Continue');
    await form.at('What matters to you?');
    form.press('Continue');
    await form.at('What is your name?');
    await form.type('Full name', 'Maya Example');
    form.press('Continue');
    await form.at('How should we contact you?');
    await form.choose('Email');
    form.press('Continue');
    await form.at('How can we reach you?');
    expect(form.text).to.include('You chose “Feeling safe at home”. If someone else might see');
    await expect(form.element).to.be.accessible();
    await form.type('Email address', 'maya@example.com');
    await form.choose('No');
    form.press('Continue');
    await until('the issue', () => form.text.includes('choose a way to reach you that is safe'));
    expect(form.title).to.equal('How can we reach you?');
    await form.choose('Yes, but do not write what it is about');
    form.press('Continue');
    await form.at('Do you have a GP practice?');
  });
});

describe('a person who answers every question', () => {
  it('goes through accessible pages, checks and sends their answers, and gets a reference', async () => {
    const form = await ReferralFormHarness.open();
    form.press('Start now');
    for (const [title, fill] of everyPage) {
      await form.at(title);
      expect(form.focused, 'the title has the focus').to.include(title);
      await expect(form.element).to.be.accessible();
      await fill(form);
      form.press('Continue');
    }
    await form.at(checkTitle);
    await expect(form.element).to.be.accessible();
    expect(form.answers).to.include({
      Postcode: 'TS18 1HU',
      'Date of birth': '27 March 1967',
      'Help with': 'Feeling lonely or cut offMoney, benefits or debt',
      'What matters to you': 'Singing and my cat',
      'Full name': 'Maya Example',
      'What would you like us to call you?': 'Maya',
      'Ways to contact you': 'Phone call',
      'Phone number': '01632 960 001',
      'Is it safe for us to leave a message or send a text?':
        'Yes, but do not say what it is about',
      'Good times': 'Morning, 9am to 12pm',
      'GP practice': 'I’m not sure',
      'Language you prefer, if it is not English': 'Cymraeg',
      'What would help you?': 'Large print',
      'You may tell my GP practice that Northside Link is helping me': 'No',
    });
    const heard: Event[] = [];
    document.addEventListener('kith-referral-sent', (event) => heard.push(event), { once: true });
    form.press('Send my referral');
    await form.at(sentTitle);
    expect(form.focused).to.equal(sentTitle);
    await expect(form.element).to.be.accessible();
    expect(form.reference).to.match(/^[A-Z0-9]{8}$/);
    expect(form.text).to.include('They contact you by');
    expect(form.text).not.to.include('Maya');
    expect(form.element.hasAnswers).to.equal(false);
    expect(heard).to.have.length(1);
  });

  it('has the service’s own texts marked with their language, also on the check page', async () => {
    const form = await ReferralFormHarness.open(withProfile(() => ({ language: 'cy' })));
    const theirs = (): readonly string[] =>
      [...form.inside('.root').querySelectorAll('[lang="cy"]')].map((one) => one.textContent);
    await form.goTo(checkTitle);
    expect(theirs()).to.include('Money, benefits or debt');
    expect(theirs()).to.include('You may tell my GP practice that Northside Link is helping me');
    expect(theirs()).not.to.include('Yes, but do not say what it is about');
  });

  it('has nothing but the reference passed to the host page', async () => {
    const form = await ReferralFormHarness.open();
    const heard: ReferralSentEvent[] = [];
    form.element.addEventListener('kith-referral-sent', (event) => heard.push(event));
    await form.goTo(checkTitle);
    form.press('Send my referral');
    await form.at(sentTitle);
    const [event] = heard;
    expect(event).to.be.instanceOf(ReferralSentEvent);
    expect(event && Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal([
      'reference',
    ]);
    expect(event?.reference).to.equal(form.reference);
    expect([event?.bubbles, event?.composed]).to.deep.equal([true, true]);
  });

  it('sends one referral when they press repeatedly', async () => {
    let sends = 0;
    const intake = intakeIn();
    const form = await ReferralFormHarness.open({
      ...intake,
      send(referral, key) {
        sends += 1;
        return intake.send(referral, key);
      },
    });
    await form.goTo(checkTitle);
    form.press('Send my referral');
    await form.element.updateComplete;
    expect(form.status).to.equal('Sending…');
    form.press('Sending…');
    form.press('Sending…');
    await form.at(sentTitle);
    expect(sends).to.equal(1);
  });

  it('can have a page filled in at once by the browser', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('What is your date of birth?');
    await Promise.all([form.type('Day', '27'), form.type('Month', '3'), form.type('Year', '1967')]);
    form.press('Continue');
    await form.at('What would you like help with?');
  });

  it('can leave an optional question empty', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('What matters to you?');
    expect(form.isOptional).to.equal(true);
    form.press('Continue');
    await form.at('What is your name?');
    expect(form.labels).to.include('What would you like us to call you? (optional)');
  });

  it('changes an answer from the check page and returns directly to it', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo(checkTitle);
    form.press('Change Full name');
    await form.at('What is your name?');
    expect(form.valueOf('Full name')).to.equal('Maya Example');
    await form.type('Full name', 'Maya O’Hara');
    form.press('Continue');
    await form.at(checkTitle);
    expect(form.answers['Full name']).to.equal('Maya O’Hara');
  });

  it('goes back with the Back link, and finds what they typed', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('What is your date of birth?');
    await form.type('Day', '27');
    form.press('Back');
    await form.at('Where do you live?');
    expect(form.valueOf('Postcode')).to.equal('ts18 1hu');
    form.press('Continue');
    await form.at('What is your date of birth?');
    expect(form.valueOf('Day')).to.equal('27');
    form.press('Back');
    await form.at('Where do you live?');
    form.press('Back');
    await form.at(startTitle);
  });

  it('continues with the Enter key', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('Where do you live?');
    form.control('Postcode').focus();
    await sendKeys({ type: 'TS18 1HU' });
    await sendKeys({ press: 'Enter' });
    await form.at('What is your date of birth?');
  });
});

describe('each page of the form', () => {
  it('has controls with labels and hints', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('Where do you live?');
    expect(form.describedBy('Postcode')).to.deep.equal([
      'We use it to check that we cover your area',
    ]);
    await form.answer();
    await form.at('What is your date of birth?');
    expect(form.describedBy('Month')).to.deep.equal(['For example, 27 3 1967']);
    await form.answer();
    await form.at('What would you like help with?');
    expect(form.describedBy('Caring for someone')).to.deep.equal([
      'Looking after a relative or friend who could not manage without you',
      'Select all that apply',
    ]);
  });

  it('has autocomplete tokens for the person’s own data', async () => {
    const form = await ReferralFormHarness.open();
    const token = (label: string): string => form.control(label).autocomplete;
    await form.goTo('Where do you live?');
    expect(token('Postcode')).to.equal('postal-code');
    await form.answer();
    await form.at('What is your date of birth?');
    expect([token('Day'), token('Month'), token('Year')]).to.deep.equal([
      'bday-day',
      'bday-month',
      'bday-year',
    ]);
  });

  // Each row: the page, the invalid input, the errors in the summary, and the control of the first error.
  const wrong = [
    [
      'Where do you live?',
      [['Postcode', 'nowhere']],
      ['Enter a full UK postcode, like TS1 2AB'],
      'Postcode',
    ],
    ['Where do you live?', [['Postcode', '']], ['Enter your postcode'], 'Postcode'],
    ['What is your date of birth?', [], ['Enter your date of birth'], 'Day'],
    [
      'What is your date of birth?',
      [
        ['Day', '31'],
        ['Month', '2'],
        ['Year', '1990'],
      ],
      ['Date of birth must be a real date'],
      'Day',
    ],
    [
      'What is your date of birth?',
      [
        ['Day', '1'],
        ['Month', '2'],
      ],
      ['Date of birth must include a year'],
      'Year',
    ],
    [
      'What would you like help with?',
      [],
      ['Select what you would like help with'],
      'Feeling lonely or cut off',
    ],
    [
      'What matters to you?',
      [['What matters to you?', 'x'.repeat(2001)]],
      ['What matters to you must be 2000 characters or less'],
      'What matters to you?',
    ],
    ['What is your name?', [], ['Enter your full name'], 'Full name'],
    ['How should we contact you?', [], ['Select how we should contact you'], 'Phone call'],
    [
      'How can we reach you?',
      [],
      ['Enter a phone number', 'Select if it is safe for us to leave a message'],
      'Phone number',
    ],
    [
      'How can we reach you?',
      [['Phone number', 'call me']],
      ['Enter a phone number, like 01632 960 001 or 07700 900 982'],
      'Phone number',
    ],
    [
      'When is a good time to contact you?',
      [['Is there a time when we should not contact you?', 'x'.repeat(151)]],
      ['The time when we should not contact you must be 150 characters or less'],
      'Is there a time when we should not contact you?',
    ],
    ['Do you have a GP practice?', [], ['Select yes if you have a GP practice'], 'Yes'],
    [
      'Is there anything that would help you to talk with us?',
      [['Is there anything else we should know?', 'x'.repeat(151)]],
      ['Anything else we should know must be 150 characters or less'],
      'Is there anything else we should know?',
    ],
    [
      'Your permission',
      [],
      ['Tick the first box if you agree. Without it, we cannot take your referral'],
      'You may share what I told you',
    ],
  ] as const;
  for (const [title, typed, errors, first] of wrong)
    it(`“${title}” shows the errors: ${errors.join(' ')}`, async () => {
      const form = await ReferralFormHarness.open();
      await form.goTo(title);
      for (const [label, text] of typed) await form.type(label, text);
      if (first === 'Phone number' && typed.length > 0) await form.choose('Yes');
      form.press('Continue');
      await until('an error', () => form.errors.length > 0);
      expect(form.errors).to.deep.equal(errors);
      expect(form.fieldErrors).to.deep.equal(errors.map((words) => `Error: ${words}`));
      expect(form.focused, 'the summary has the focus').to.include('There is a problem');
      expect(form.describedBy(first).at(-1)).to.equal(`Error: ${errors[0]}`);
      await expect(form.element).to.be.accessible();
      form.link(errors[0]).click();
      expect(form.focused).to.include(first);
      expect(location.hash, 'the URL of the page does not change').to.equal('');
    });

  it('says near the limit how many characters are left, and above it how many are too many', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('What matters to you?');
    const readAfter = async (length: number): Promise<string> => {
      await form.type('What matters to you?', 'x'.repeat(length));
      return form.text;
    };
    expect(await readAfter(1799)).not.to.include('characters');
    expect(await readAfter(1990)).to.include('You have 10 characters left');
    expect(await readAfter(1999)).to.include('You have 1 character left');
    expect(await readAfter(2001)).to.include('You have 1 character too many');
  });
});

describe('a person with other answers', () => {
  it('is asked where they are staying when they have no fixed address', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('Where do you live?');
    await form.choose('I do not have a fixed address');
    await form.type('Where are you staying at the moment?', 'The hostel');
    await expect(form.element).to.be.accessible();
    form.press('Continue');
    await form.at('What is your date of birth?');
    form.press('Back');
    await form.at('Where do you live?');
    expect(form.isChosen('I do not have a fixed address')).to.equal(true);
    await form.choose('I do not have a fixed address');
    expect(form.labels).not.to.include('Where are you staying at the moment?');
  });

  it('is told that their area is not covered, where else to get help, and how to go back', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('Where do you live?');
    await form.type('Postcode', 'M1 1AE');
    form.press('Continue');
    // A team takes patients of some practices wherever they live.
    await form.at('Do you have a GP practice?');
    await form.choose('I’m not sure');
    form.press('Continue');
    await form.at('We do not cover your area');
    expect(form.errors).to.deep.equal([]);
    expect(form.link('Find your local council').href).to.include('gov.uk');
    await expect(form.element).to.be.accessible();
    form.press('Go back');
    await form.at('Do you have a GP practice?');
    form.press('Back');
    await form.at('Where do you live?');
    expect(form.valueOf('Postcode')).to.equal('M1 1AE');
  });

  it('is told that they are too young or too old', async () => {
    const profile = withProfile(() => ({ age: { from: 18, to: 50 } }));
    const teams = withTeams((team) => ({ ...team, age: { from: 18, to: 50 } }), profile);
    const form = await ReferralFormHarness.open(teams);
    await form.goTo('What is your date of birth?');
    await form.answer();
    await form.at('This service is for people up to the age of 50');
    form.press('Back');
    await form.at('What is your date of birth?');
    await form.type('Year', '2020');
    form.press('Continue');
    await form.at('You need to be 18 or over for this service');
    await expect(form.element).to.be.accessible();
  });

  it('can decline, and go back', async () => {
    const form = await ReferralFormHarness.open(withProfile(() => ({ elsewhere: [] })));
    await form.goTo('Your permission');
    form.press('I do not want to agree');
    await form.at('We cannot take your referral without your permission');
    expect(form.text).not.to.include('Other places that can help');
    await expect(form.element).to.be.accessible();
    form.press('Go back');
    await form.at('Your permission');
  });

  it('can withdraw a permission', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('Your permission');
    await form.choose('You may share what I told you');
    await form.choose('You may share what I told you');
    expect(form.isChosen('You may share what I told you')).to.equal(false);
  });

  it('sees urgent help as soon as they say that they are not safe', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('What would you like help with?');
    expect(form.text).not.to.include('Call 999');
    await form.choose('Feeling safe at home');
    expect(form.text).to.include('Call 999');
    await expect(form.element).to.be.accessible();
    await form.choose('Feeling safe at home');
    expect(form.text).not.to.include('Call 999');
  });

  it('cannot choose both a way of contact and none', async () => {
    const form = await ReferralFormHarness.open();
    const none = 'I cannot give a phone number, an email or an address';
    await form.goTo('How should we contact you?');
    await form.choose('Email');
    await form.choose('Letter');
    expect(form.isChosen('Email')).to.equal(true);
    await form.choose(none);
    expect([form.isChosen('Email'), form.isChosen('Letter')]).to.deep.equal([false, false]);
    await form.choose('Letter');
    expect(form.isChosen(none)).to.equal(false);
    await expect(form.element).to.be.accessible();
  });

  it('is told to call when they can give no contact details', async () => {
    const form = await ReferralFormHarness.open();
    await form.goTo('How should we contact you?');
    await form.choose('I cannot give a phone number, an email or an address');
    form.press('Continue');
    await form.at('How can we reach you?');
    form.press('Continue');
    await form.at('Do you have a GP practice?');
    await form.answer();
    await form.at('Is there anything that would help you to talk with us?');
    form.press('Continue');
    await form.at('Your permission');
    await form.answer();
    await form.at(checkTitle);
    expect(form.answers['How can we reach you?']).to.equal('Not provided');
    form.press('Send my referral');
    await form.at(sentTitle);
    expect(form.text).to.include('You did not give us a way to reach you. Call 01632 960 123');
    await expect(form.element).to.be.accessible();
  });
});

describe('a service that changes the questions', () => {
  it('can switch questions off', async () => {
    const form = await ReferralFormHarness.open(
      withProfile(() => ({ questions: { birth: 'off', needs: 'off', matters: 'off' } })),
    );
    await form.goTo('Where do you live?');
    await form.answer();
    await form.at('What is your name?');
  });

  it('can make a question optional, which the page says', async () => {
    const form = await ReferralFormHarness.open(
      withProfile(() => ({ questions: { birth: 'optional', needs: 'optional' } })),
    );
    await form.goTo('What is your date of birth?');
    expect(form.isOptional).to.equal(true);
    form.press('Continue');
    await form.at('What would you like help with?');
    expect(form.isOptional).to.equal(true);
    form.press('Continue');
    await form.at('What matters to you?');
  });

  it('can make a question required', async () => {
    const form = await ReferralFormHarness.open(
      withProfile(() => ({ questions: { matters: 'required' } })),
    );
    await form.goTo('What matters to you?');
    expect(form.isOptional).to.equal(false);
    form.press('Continue');
    await until('an error', () => form.errors[0] === 'Enter what matters to you');
  });
});

describe('a person whose request fails', () => {
  const phone = 'You can also call 01632 960 123. Monday to Friday, 9am to 5pm.';
  const failures = [
    ['offline', offline, 'Check that you are connected to the internet. Then try again.', true],
    ['down', down, 'The service is not working at the moment. Try again in a few minutes.', true],
    ['refusing', refusing, 'This form cannot be used here at the moment.', false],
    ['breaking the contract', offContract, 'We got an answer that we do not understand.', true],
  ] as const;
  for (const [name, scenario, words, canTryAgain] of failures)
    it(`loses no answers when the backend is ${name}, and can send again`, async () => {
      const network = new Network();
      const form = await ReferralFormHarness.open(network.intake);
      await form.goTo(checkTitle);
      network.scenario = scenario;
      form.press('Send my referral');
      await until('a notice', () => form.notice);
      for (const sentence of [words, 'Your answers are still here.', phone])
        expect(form.notice).to.include(sentence);
      expect(form.focused).to.include('We could not reach the service');
      expect(form.answers['Full name']).to.equal('Maya Example');
      await expect(form.element).to.be.accessible();
      expect(form.buttons.includes('Try again')).to.equal(canTryAgain);
      network.scenario = (fetch) => fetch;
      form.press(canTryAgain ? 'Try again' : 'Send my referral');
      await form.at(sentTitle);
    });

  it('gets the same reference when they send again after the response was lost', async () => {
    const references: unknown[] = [];
    let isLost = true;
    const form = await ReferralFormHarness.open(
      intakeIn((fetch) => async (input, init) => {
        const response = await fetch(input, init);
        if (init?.method !== 'POST' || !new Request(input).url.includes('/referrals'))
          return response;
        const receipt: { readonly reference?: unknown } = await response.clone().json();
        references.push(receipt.reference);
        if (!isLost) return response;
        isLost = false;
        throw new TypeError('Failed to fetch');
      }),
    );
    await form.goTo(checkTitle);
    form.press('Send my referral');
    await until('a notice', () => form.notice);
    form.press('Try again');
    await form.at(sentTitle);
    expect(references).to.deep.equal([form.reference, form.reference]);
  });

  it('can try again when their area cannot be checked', async () => {
    const network = new Network();
    const form = await ReferralFormHarness.open(network.intake);
    await form.goTo('Where do you live?');
    await form.type('Postcode', 'TS18 1HU');
    network.scenario = offline;
    form.press('Continue');
    await until('a notice', () => form.notice);
    expect(form.valueOf('Postcode')).to.equal('TS18 1HU');
    expect(form.title).to.equal('Where do you live?');
    await expect(form.element).to.be.accessible();
    network.scenario = (fetch) => fetch;
    form.press('Try again');
    await form.at('What is your date of birth?');
  });

  it('reads that their area is being checked on a slow connection', async () => {
    const network = new Network();
    const form = await ReferralFormHarness.open(network.intake);
    await form.goTo('Where do you live?');
    await form.type('Postcode', 'TS18 1HU');
    network.scenario = (fetch) => async (input, init) => {
      await pause(150);
      return fetch(input, init);
    };
    form.press('Continue');
    await form.element.updateComplete;
    expect(form.status).to.equal('Checking…');
    expect(form.button('Checking…').getAttribute('aria-disabled')).to.equal('true');
    await expect(form.element).to.be.accessible();
    await form.at('What is your date of birth?');
    expect(form.status).to.equal('');
  });

  it('is taken to the page of an answer that the backend rejects', async () => {
    const intake = intakeIn();
    const form = await ReferralFormHarness.open({
      ...intake,
      send: () =>
        Promise.resolve({
          ok: false,
          failure: {
            kind: 'rejected',
            issues: [{ field: 'answers.name.full', code: 'name.full.long', limit: 70 }],
          },
        }),
    });
    await form.goTo(checkTitle);
    form.press('Send my referral');
    await form.at('What is your name?');
    expect(form.errors).to.deep.equal(['Full name must be 70 characters or less']);
    expect(form.valueOf('Full name')).to.equal('Maya Example');
  });

  it('is asked for permission again when its wording changed meanwhile', async () => {
    let isOld = true;
    const changing = withProfile(({ consent }) => ({
      consent: isOld ? { ...consent, version: '2026-10' } : consent,
    }));
    const form = await ReferralFormHarness.open(changing);
    await form.goTo(checkTitle);
    isOld = false;
    form.press('Send my referral');
    await form.at('Your permission');
    expect(form.errors).to.deep.equal([
      'The wording has changed. Read it again and tick what you agree to',
    ]);
    expect(form.isChosen('You may share what I told you')).to.equal(false);
    await form.answer();
    await form.at(checkTitle);
    expect(form.answers['Full name']).to.equal('Maya Example');
    form.press('Send my referral');
    await form.at(sentTitle);
  });
});

describe('a form that cannot be loaded', () => {
  it('shows the content of the tag and the reason, and can be loaded again', async () => {
    const network = new Network();
    network.scenario = down;
    const form = ReferralFormHarness.place(network.intake);
    await until('a notice', () => form.notice);
    expect(form.notice).to.include('The service is not working at the moment.');
    expect(form.notice).not.to.include('Your answers');
    const link = form.element.querySelector('a');
    expect(link?.checkVisibility()).to.equal(true);
    await expect(form.element).to.be.accessible();
    form.press('Try again');
    await pause(50);
    expect(form.notice).to.include('The service is not working at the moment.');
    expect(form.focused).to.include('We could not reach the service');
    network.scenario = (fetch) => fetch;
    form.press('Try again');
    await form.at(startTitle);
    expect(form.focused).to.equal(startTitle);
    expect(link?.checkVisibility()).to.equal(false);
  });

  it('loads when the connection is back', async () => {
    const network = new Network();
    network.scenario = offline;
    const form = ReferralFormHarness.place(network.intake);
    await until('a notice', () => form.notice);
    network.scenario = (fetch) => fetch;
    window.dispatchEvent(new Event('online'));
    await form.at(startTitle);
    window.dispatchEvent(new Event('online'));
    await form.element.updateComplete;
    expect(form.title).to.equal(startTitle);
  });

  it('shows the content of the tag until it is loaded', async () => {
    const form = ReferralFormHarness.place();
    await form.element.updateComplete;
    expect(form.element.querySelector('a')?.checkVisibility()).to.equal(true);
    await expect(form.element).to.be.accessible();
    await form.at(startTitle);
  });

  it('reports an invalid setting in the console only', async () => {
    const heard = await consoleDuring(async (words) => {
      const another = document.createElement('kith-referral-form');
      another.setAttribute('endpoint', 'ftp://kith.example');
      another.partner = freshPartner();
      fixtureSync<HTMLElement>(html`<main></main>`).append(another);
      await until('a notice', () => new ReferralFormHarness(another).notice);
      expect(new ReferralFormHarness(another).buttons).to.deep.equal([]);
      await until('a message', () => words.length > 0);
    });
    expect(heard).to.deep.equal([
      'Kith: <kith-referral-form>: endpoint="ftp://kith.example" cannot be used; expected an address like https://kith.example.org. See docs/embedding.md#settings',
    ]);
  });
});

describe('a form on a page', () => {
  it('has no answers after it is cleared', async () => {
    const form = await ReferralFormHarness.open();
    expect(form.element.hasAnswers).to.equal(false);
    await form.goTo('What is your name?');
    await form.type('Full name', 'Maya');
    expect(form.element.hasAnswers).to.equal(true);
    form.element.clear();
    await form.at(startTitle);
    expect(form.element.hasAnswers).to.equal(false);
    form.press('Start now');
    await form.at('Where do you live?');
    expect(form.valueOf('Postcode')).to.equal('');
  });

  it('keeps its answers when it is moved, and has no duplicate event listeners', async () => {
    const added = new Map<string, Set<unknown>>();
    const add = window.addEventListener.bind(window);
    const remove = window.removeEventListener.bind(window);
    window.addEventListener = (...args: Parameters<typeof add>) => {
      added.set(args[0], (added.get(args[0]) ?? new Set()).add(args[1]));
      add(...args);
    };
    window.removeEventListener = (...args: Parameters<typeof remove>) => {
      added.get(args[0])?.delete(args[1]);
      remove(...args);
    };
    const listeners = (): Readonly<Record<string, number>> =>
      Object.fromEntries(['popstate', 'online'].map((type) => [type, added.get(type)?.size ?? 0]));
    try {
      const form = await ReferralFormHarness.open();
      await form.goTo('What is your name?');
      await form.type('Full name', 'Maya');
      expect(listeners()).to.deep.equal({ popstate: 1, online: 1 });
      const elsewhere = fixtureSync<HTMLElement>(html`<section></section>`);
      elsewhere.append(form.element);
      await form.element.updateComplete;
      expect(form.title).to.equal('What is your name?');
      expect(form.valueOf('Full name')).to.equal('Maya');
      expect(listeners()).to.deep.equal({ popstate: 1, online: 1 });
      form.element.remove();
      expect(listeners()).to.deep.equal({ popstate: 0, online: 0 });
      elsewhere.append(form.element);
      form.press('Continue');
      await form.at('How should we contact you?');
      form.element.remove();
      expect(listeners()).to.deep.equal({ popstate: 0, online: 0 });
    } finally {
      window.addEventListener = add;
      window.removeEventListener = remove;
    }
  });

  it('goes on sending without an error when it is removed from the page', async () => {
    const intake = intakeIn();
    let outcome: unknown;
    const form = await ReferralFormHarness.open({
      ...intake,
      async send(referral, key) {
        const sent = await intake.send(referral, key);
        outcome = sent.ok;
        return sent;
      },
    });
    await form.goTo(checkTitle);
    form.press('Send my referral');
    form.element.remove();
    await until('the answer', () => outcome);
    expect(outcome).to.equal(true);
  });

  it('has its own answers when there are two of it', async () => {
    const one = await ReferralFormHarness.open();
    const two = await ReferralFormHarness.open();
    await one.goTo('Where do you live?');
    expect(two.title).to.equal(startTitle);
    expect(two.element.hasAnswers).to.equal(false);
  });

  it('is in English when the language of the page is unknown or invalid', async () => {
    for (const lang of ['english language', 'en_US.UTF-8', '', 'ar']) {
      const place = fixtureSync<HTMLElement>(html`<main lang=${lang}></main>`);
      const element = document.createElement('kith-referral-form');
      element.intake = intakeIn();
      element.for = 'self';
      place.append(element);
      const form = new ReferralFormHarness(element);
      await form.at(startTitle);
      expect(form.inside('.root').getAttribute('lang')).to.equal('en');
      expect(getComputedStyle(form.inside('.root')).direction).to.equal('ltr');
    }
  });

  it('is hidden when it has the hidden attribute', async () => {
    const form = await ReferralFormHarness.open();
    form.element.hidden = true;
    expect(getComputedStyle(form.element).display).to.equal('none');
  });
});

describe('the receipt of a referral', () => {
  const sendAll = async (intake?: ReferralApi): Promise<ReferralFormHarness> => {
    const form = await ReferralFormHarness.open(intake);
    await form.goTo(checkTitle);
    form.press('Send my referral');
    await form.at(sentTitle);
    return form;
  };

  it('can be saved as a file that contains no answers', async () => {
    const form = await sendAll(intakeIn(empty));
    const files: { name: string; text: Promise<string> }[] = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) files.push({ name: '', text: blob.text() });
      return make(blob);
    };
    const keep = (event: Event): void => {
      const [link] = event.composedPath();
      if (!(link instanceof HTMLAnchorElement) || link.download === '') return;
      event.preventDefault();
      for (const file of files) file.name = link.download;
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function click_(this: HTMLAnchorElement) {
      for (const file of files) file.name = this.download;
    };
    window.addEventListener('click', keep, true);
    try {
      form.press('Save as a text file');
      await until('the file', () => files.some(({ name }) => name !== ''));
    } finally {
      window.removeEventListener('click', keep, true);
      HTMLAnchorElement.prototype.click = click;
      URL.createObjectURL = make;
    }
    const [file] = files;
    expect(file?.name).to.equal(`referral-${form.reference}.txt`);
    const text = await file?.text;
    expect(text)
      .to.include(form.reference)
      .and.include('Northside Link')
      .and.include('01632 960 123');
    expect(text).not.to.include('Maya');
  });

  it('can be printed without the rest of the page', async () => {
    const form = await sendAll();
    let printed = '';
    const append = document.body.append.bind(document.body);
    document.body.append = (...nodes: (Node | string)[]) => {
      append(...nodes);
      for (const node of nodes)
        if (node instanceof HTMLIFrameElement && node.contentWindow)
          node.contentWindow.print = () => {
            printed = node.contentDocument?.body.textContent ?? '';
            node.contentWindow?.dispatchEvent(new Event('afterprint'));
          };
    };
    try {
      form.press('Print this page');
      await until('what is printed', () => printed !== '');
    } finally {
      document.body.append = append;
    }
    expect(printed).to.include(form.reference).and.include('Your referral has been sent');
    expect(printed).not.to.include('Maya');
    expect(document.querySelector('iframe')).to.equal(null);
  });
});
