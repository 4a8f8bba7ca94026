import { expect } from '@open-wc/testing';
import { define as defineAbout } from '../../../../src/about/define.js';
import { define as defineFinder } from '../../../../src/directory/finder/define.js';
import { choice } from '../../../../src/i18n/language.js';
import { httpSuggestionApi } from '../../../../src/suggestion/api/suggestion-api.js';
import { define as defineSuggestion } from '../../../../src/suggestion/define.js';
import { offline, working } from '../../../../server/scenarios.js';
import { Network, settings } from '../../../harness/backend.js';
import { place, readIn } from '../../../harness/place.js';
import { ReferralFormHarness } from '../../../harness/referral-form.js';
import { until } from '../../../harness/until.js';

defineAbout();
defineFinder(settings);
defineSuggestion(settings);

/** The language menu of an element. */
async function choiceIn(element: Element): Promise<Element> {
  const find = () => element.shadowRoot?.querySelector('.languages');
  await until('the languages', () => find() != null);
  return find() ?? expect.fail('no languages');
}

const languagesIn = (row: Element): readonly string[] =>
  [...row.querySelectorAll('button')].map(readIn);

const focusIn = (element: Element): string => {
  const focused = element.shadowRoot?.activeElement;
  return focused ? readIn(focused) : '';
};

async function choose(element: Element, name: string): Promise<void> {
  await choiceIn(element);
  const find = () =>
    [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => readIn(one) === name);
  await until(name, () => find() !== undefined);
  find()?.focus();
  find()?.click();
}

const rootOf = (element: Element): Element =>
  element.shadowRoot?.querySelector('.root') ?? expect.fail('nothing is shown');

afterEach(() => {
  choice.language = '';
});

describe('a visitor who chooses another language', () => {
  it('finds it by its own name, and keeps what they typed', async () => {
    const form = await ReferralFormHarness.open();
    const row = await choiceIn(form.element);
    expect(languagesIn(row)).to.deep.equal(['English', 'Cymraeg', 'Polski', 'اردو']);
    expect(row.getAttribute('aria-label')).to.equal('Language');
    for (const button of row.querySelectorAll('button'))
      expect(button.getAttribute('lang'), readIn(button)).to.be.a('string').with.length(2);
    form.press('Start now');
    await form.at('Where do you live?');
    await form.type('Postcode', 'TS18 1HU');
    await choose(form.element, 'Cymraeg');
    await form.at('Ble rydych chi’n byw?');
    expect(rootOf(form.element).getAttribute('lang')).to.equal('cy');
    expect(form.element.shadowRoot?.querySelector('input')?.value).to.equal('TS18 1HU');
    expect(form.element.hasAnswers).to.equal(true);
    form.press('Parhau');
    await form.at('Beth yw eich dyddiad geni?');
    await expect(form.element).to.be.accessible();
  });

  it('has the choice announced, keeps the focus, and can return to English', async () => {
    const form = await ReferralFormHarness.open();
    await choose(form.element, 'Polski');
    await form.at('Zgłoś się do Northside Link');
    const row = await choiceIn(form.element);
    expect(row.getAttribute('aria-label')).to.equal('Język');
    const pressed = () => [...row.querySelectorAll('[aria-pressed=true]')].map(readIn);
    expect(pressed()).to.deep.equal(['Polski']);
    expect(focusIn(form.element)).to.equal('Polski');
    await until('the draft', () => form.text.includes('nie sprawdził jeszcze nikt'));
    await choose(form.element, 'Read in English');
    await form.at('Refer yourself to Northside Link');
    expect(pressed()).to.deep.equal(['English']);
    expect(focusIn(form.element)).to.equal('English');
    expect(form.text).not.to.include('sprawdził');
  });

  it('reads the errors in that language', async () => {
    const form = await ReferralFormHarness.open();
    form.press('Start now');
    await form.at('Where do you live?');
    form.press('Continue');
    await until('the error', () => form.text.includes('Enter your postcode'));
    await choose(form.element, 'Polski');
    await until('the error', () => form.text.includes('Wpisz swój kod pocztowy'));
    expect(form.text).not.to.include('Enter your postcode');
  });

  it('reads that it could not be loaded, and can try again', async () => {
    const network = new Network();
    const form = await ReferralFormHarness.open(network.intake);
    network.scenario = offline;
    await choose(form.element, 'Polski');
    await until('the failure', () => form.text.includes('connected to the internet'));
    expect(form.title).to.equal('Refer yourself to Northside Link');
    await expect(form.element).to.be.accessible();
    network.scenario = working;
    form.press('Try again');
    await form.at('Zgłoś się do Northside Link');
  });

  it('reads in the form to suggest an activity that it could not be loaded, and can try again', async () => {
    const network = new Network();
    const element = document.createElement('kith-suggest-activity');
    element.api = httpSuggestionApi({
      ...settings,
      fetch: (input, init) => network.scenario((one, other) => fetch(one, other))(input, init),
    });
    document.body.append(element);
    await until('the form', () => readIn(element).includes('Tell us about an activity'));
    network.scenario = offline;
    await choose(element, 'Polski');
    await until('the failure', () => readIn(element).includes('connected to the internet'));
    network.scenario = working;
    await choose(element, 'Try again');
    await until('the form', () => rootOf(element).getAttribute('lang') === 'pl');
    expect(readIn(element)).not.to.include('connected to the internet');
    element.remove();
  });

  it('reads Urdu from right to left', async () => {
    const form = await ReferralFormHarness.open();
    await choose(form.element, 'اردو');
    await form.at('Northside Link کے لیے اپنا ریفرل خود کریں');
    expect(rootOf(form.element).getAttribute('dir')).to.equal('rtl');
    await expect(form.element).to.be.accessible();
  });

  it('has text that the service has not translated marked with its language', async () => {
    const form = await ReferralFormHarness.open(undefined, { for: 'self', lang: 'en' });
    await choose(form.element, 'اردو');
    await form.at('Northside Link کے لیے اپنا ریفرل خود کریں');
    const help = form.element.shadowRoot?.querySelector('.urgent ul');
    expect(help?.textContent).to.include('Call 999');
    expect(help?.getAttribute('lang')).to.equal('en-GB');
    expect(help?.getAttribute('dir')).to.equal('ltr');
  });

  it('has all elements of the page in that language, until the page changes its own language', async () => {
    const main = place('<div lang="en"><kith-about></kith-about></div>');
    const about = main.querySelector('kith-about') ?? expect.fail('no text');
    const form = await ReferralFormHarness.open();
    main.isConnected || document.body.append(main);
    await choose(form.element, 'Cymraeg');
    await until('the text', () => readIn(about).includes('Beth yw presgripsiynu cymdeithasol?'));
    main.querySelector('div')?.setAttribute('lang', 'pl');
    await until('the text', () => readIn(about).includes('Czym jest'));
    await form.at('Refer yourself to Northside Link');
    main.remove();
  });

  it('keeps their search', async () => {
    const finder =
      place('<kith-activity-finder></kith-activity-finder>').querySelector(
        'kith-activity-finder',
      ) ?? expect.fail('no finder');
    await until('what was found', () => /\d activities/.test(readIn(finder)));
    const line = finder.shadowRoot?.querySelector('input') ?? expect.fail('no line');
    line.value = 'choir';
    line.dispatchEvent(new Event('input', { bubbles: true }));
    await choose(finder, 'Cymraeg');
    await until('the words', () => readIn(finder).includes('Am beth ydych chi’n chwilio?'));
    // The names of the service's categories are translated, too.
    expect(readIn(finder)).to.include('Celf, crefftau a cherddoriaeth');
    expect(finder.shadowRoot?.querySelector('input')?.value).to.equal('choir');
    expect(rootOf(finder).getAttribute('lang')).to.equal('cy');
  });
});

describe('a partner who chooses the languages', () => {
  it('offers only the languages of the attribute', async () => {
    const form = await ReferralFormHarness.open(undefined, { for: 'self', languages: 'en, cy' });
    expect(languagesIn(await choiceIn(form.element))).to.deep.equal(['English', 'Cymraeg']);
    form.element.languages = 'en pl';
    await form.element.updateComplete;
    expect(languagesIn(await choiceIn(form.element))).to.deep.equal(['English', 'Polski']);
  });

  it('has no language menu when there is only one language', async () => {
    const form = await ReferralFormHarness.open(undefined, { for: 'self', languages: 'en' });
    expect(form.element.shadowRoot?.querySelector('.languages')).to.equal(null);
  });

  it('always offers English to readers of a draft translation, and the way back', async () => {
    const form = ReferralFormHarness.place(undefined, { for: 'self', languages: 'cy', lang: 'cy' });
    expect(languagesIn(await choiceIn(form.element))).to.deep.equal(['English', 'Cymraeg']);
    await choose(form.element, 'English');
    await form.at('Refer yourself to Northside Link');
    expect(languagesIn(await choiceIn(form.element))).to.deep.equal(['English', 'Cymraeg']);
  });
});
