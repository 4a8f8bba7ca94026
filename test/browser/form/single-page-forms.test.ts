import { expect } from '@open-wc/testing';
import { type StatusApi, httpStatusApi } from '../../../src/status/api/status-api.js';
import type { ReferralStatus } from '../../../src/status/referral-status.js';
import type { SuggestActivity } from '../../../src/suggestion/suggest-activity.js';
import { define as defineStatus } from '../../../src/status/define.js';
import {
  type SuggestionApi,
  httpSuggestionApi,
} from '../../../src/suggestion/api/suggestion-api.js';
import { define as defineSuggest } from '../../../src/suggestion/define.js';
import { settings } from '../../harness/backend.js';
import { place, readIn } from '../../harness/place.js';
import { readable, until } from '../../harness/until.js';

defineStatus(settings);
defineSuggest(settings);

const statusForm = (api: StatusApi = httpStatusApi(settings)): FormHarness =>
  new FormHarness(Object.assign(document.createElement('kith-referral-status'), { api }));

const suggestionForm = (api: SuggestionApi = httpSuggestionApi(settings)): FormHarness =>
  new FormHarness(Object.assign(document.createElement('kith-suggest-activity'), { api }));

/** Uses a form of one page as a person does. */
class FormHarness {
  readonly element: ReferralStatus | SuggestActivity;

  constructor(element: ReferralStatus | SuggestActivity) {
    element.innerHTML = '<p>Call 01632 960 123</p>';
    place('').append(element);
    this.element = element;
  }

  get #root(): ShadowRoot {
    const root = this.element.shadowRoot;
    if (!root) throw new Error('There is no shadow root');
    return root;
  }

  get text(): string {
    return readIn(this.element);
  }

  get title(): string {
    return readable(this.#root.querySelector('#title')?.textContent);
  }

  /** The errors in the error summary. */
  get wrong(): readonly string[] {
    return [...this.#root.querySelectorAll('.summary a')].map((one) => readable(one.textContent));
  }

  get focused(): string {
    return this.#root.activeElement?.id ?? '';
  }

  async at(title: string): Promise<void> {
    await until(`“${title}”; it is “${this.title}”`, () => this.title === title);
    await this.element.updateComplete;
  }

  type(id: string, text: string): void {
    const control = this.#root.getElementById(id);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement))
      throw new Error(`No text field has the id ${id}`);
    control.value = text;
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  choose(id: string): void {
    const control = this.#root.getElementById(id);
    if (!(control instanceof HTMLInputElement)) throw new Error(`No input has the id ${id}`);
    control.click();
  }

  press(words: string): void {
    const found = [...this.#root.querySelectorAll('button')].find(
      (one) => readable(one.textContent) === words,
    );
    if (!found) throw new Error(`No button “${words}”`);
    found.click();
  }
}

const statusTitle = 'See how a referral stands';
const suggestTitle = 'Tell us about an activity';

describe('how a referral stands', () => {
  it('is asked with a reference and a date of birth, and says what is missing', async () => {
    const form = statusForm();
    await form.at(statusTitle);
    form.press('Show me');
    await until('what is wrong', () => form.wrong.length === 2);
    expect(form.wrong).to.deep.equal([
      'Enter the reference',
      'Enter the date of birth of the person who was referred',
    ]);
    expect(form.focused).to.equal('summary');
    await expect(form.element).to.be.accessible();
  });

  it('is not told of what nobody knows, and what was typed stays', async () => {
    const form = statusForm();
    await form.at(statusTitle);
    form.type('status-reference', '2345 wxyz');
    for (const [part, value] of [
      ['day', '27'],
      ['month', 'March'],
      ['year', '1967'],
    ] as const)
      form.type(`status-birth-${part}`, value);
    form.press('Show me');
    await until('an answer', () => form.wrong.length === 1);
    expect(form.wrong[0]).to.include('We cannot find a referral');
    expect(form.element.hasSomethingToClear).to.equal(true);
    form.element.clear();
    await form.element.updateComplete;
    expect(form.element.hasSomethingToClear).to.equal(false);
  });

  it('has no form where the service does not tell it', async () => {
    const api: StatusApi = {
      ...httpStatusApi(settings),
      profile: async () => {
        const profile = await httpStatusApi(settings).profile();
        return profile.ok ? { ok: true, value: { ...profile.value, status: false } } : profile;
      },
    };
    const form = statusForm(api);
    await until('the reason', () => form.text.includes('01632 960 123'));
    expect(form.text).not.to.include('Show me');
  });

  it('shows the content of the tag when it cannot be loaded, and can be loaded again', async () => {
    let isBroken = true;
    const api: StatusApi = {
      ...httpStatusApi(settings),
      profile: () =>
        isBroken
          ? Promise.resolve({ ok: false, failure: { kind: 'offline' } })
          : httpStatusApi(settings).profile(),
    };
    const form = statusForm(api);
    await until('what happened', () => form.text.includes('Call 01632 960 123'));
    await until('the button', () => form.text.includes('Try again'));
    isBroken = false;
    form.press('Try again');
    await form.at(statusTitle);
  });
});

describe('a suggested activity', () => {
  it('is described on one page, sent, and has a reference', async () => {
    const form = suggestionForm();
    await form.at(suggestTitle);
    form.press('Send');
    await until('what is wrong', () => form.wrong.length > 5);
    expect(form.wrong).to.include('Enter the name of the activity');
    form.type('suggestion-name', 'Mending circle');
    form.type('suggestion-description', 'We mend what is broken.');
    form.choose('suggestion-category');
    form.type('suggestion-when', 'Tuesdays');
    form.choose('suggestion-place-1');
    form.choose('suggestion-ages-1');
    await form.element.updateComplete;
    form.type('suggestion-from', '16');
    form.choose('suggestion-free-1');
    await form.element.updateComplete;
    form.type('suggestion-price', '£1');
    form.type('suggestion-organisation', 'Made-up Menders');
    form.type('suggestion-yourName', 'Ade Example');
    form.type('suggestion-yourEmail', 'ade@example.org');
    form.press('Send');
    await until('one thing wrong', () => form.wrong.length === 1);
    expect(form.wrong).to.deep.equal(['Enter a phone number, an email or a website of the group']);
    form.type('suggestion-phone', '01632 960 330');
    form.press('Send');
    await form.at('Thank you. We have your activity');
    expect(form.text).to.match(/Your reference\s*[2-9A-Z]{8}/);
    await expect(form.element).to.be.accessible();
    form.press('Tell us about another activity');
    await form.at(suggestTitle);
  });

  it('uses the same idempotency key when it is sent again', async () => {
    const keys: string[] = [];
    const api: SuggestionApi = {
      ...httpSuggestionApi(settings),
      suggest: (_, key) => {
        keys.push(key);
        return Promise.resolve({ ok: false, failure: { kind: 'timeout' } });
      },
    };
    const form = suggestionForm(api);
    await form.at(suggestTitle);
    form.type('suggestion-name', 'Mending circle');
    form.type('suggestion-description', 'We mend what is broken.');
    form.choose('suggestion-category');
    form.type('suggestion-when', 'Tuesdays');
    form.choose('suggestion-place-1');
    form.choose('suggestion-ages');
    form.choose('suggestion-free');
    form.type('suggestion-organisation', 'Made-up Menders');
    form.type('suggestion-email', 'menders@example.org');
    form.type('suggestion-yourName', 'Ade Example');
    form.type('suggestion-yourEmail', 'ade@example.org');
    form.press('Send');
    await until('a failure', () => form.text.includes('It took too long'));
    form.press('Try again');
    await until('a second try', () => keys.length === 2);
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[0]).to.match(/^[0-9a-f]{32}$/);
  });
});
