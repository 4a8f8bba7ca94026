import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { down, empty } from '../../../../server/scenarios.js';
import type { ReferralApi } from '../../../../src/referral/api/referral-api.js';
import { PracticeSearch } from '../../../../src/referral/form/practice-search.js';
import { intakeIn } from '../../../harness/backend.js';
import { ReferralFormHarness } from '../../../harness/referral-form.js';
import { pause, until } from '../../../harness/until.js';

const label = 'Name of your GP practice';

const atPractice = async (intake?: ReferralApi): Promise<ReferralFormHarness> => {
  const form = await ReferralFormHarness.open(intake);
  await form.goTo('Do you have a GP practice?');
  await form.choose('Yes');
  return form;
};

describe('a person who looks for their GP practice', () => {
  it('finds it by typing, and chooses it with the keyboard', async () => {
    const form = await atPractice();
    const line = form.control(label);
    line.focus();
    await sendKeys({ type: 'densham' });
    await until('suggestions', () => form.suggestions.length > 0);
    expect(line.getAttribute('aria-expanded')).to.equal('true');
    expect(form.listStatus).to.match(/\d+ practices? found\. Use the up and down keys to choose\./);
    await expect(form.element).to.be.accessible();
    await sendKeys({ press: 'ArrowDown' });
    await form.element.updateComplete;
    const [first = ''] = form.suggestions;
    expect(first.startsWith('> ')).to.equal(true);
    const active = line.getAttribute('aria-activedescendant') ?? '';
    expect(form.inside(`#${active}`).textContent.replace(/\s+/g, ' ').trim()).to.equal(
      first.slice(2),
    );
    await sendKeys({ press: 'ArrowUp' });
    await form.element.updateComplete;
    expect(
      form.suggestions.at(-1)?.startsWith('> '),
      'from the first to the last suggestion',
    ).to.equal(true);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await form.element.updateComplete;
    expect(form.suggestions).to.deep.equal([]);
    expect(form.title, 'Enter chooses a suggestion and does not continue').to.equal(
      'Do you have a GP practice?',
    );
    expect(form.valueOf(label)).to.match(/densham/i);
    await sendKeys({ press: 'Enter' });
    await form.at('Is there anything that would help you to talk with us?');
  });

  it('chooses a suggestion with the mouse, which fills the field', async () => {
    const form = await atPractice();
    await form.type(label, 'densham');
    await until('suggestions', () => form.suggestions.length > 0);
    const [first = ''] = form.suggestions;
    form.chooseSuggestion(first);
    await form.element.updateComplete;
    expect(first.startsWith(form.valueOf(label).split(',')[0] ?? '?')).to.equal(true);
    expect(form.suggestions).to.deep.equal([]);
  });

  it('closes the list with Escape or by leaving the field', async () => {
    const form = await atPractice();
    let escapes = 0;
    form.element.addEventListener('keydown', () => (escapes += 1));
    form.control(label).focus();
    await sendKeys({ type: 'surgery' });
    await until('suggestions', () => form.suggestions.length > 1);
    const before = escapes;
    await sendKeys({ press: 'Escape' });
    await form.element.updateComplete;
    expect(form.suggestions).to.deep.equal([]);
    expect(escapes, 'the page does not get the event').to.equal(before);
    await sendKeys({ type: 'x' });
    await sendKeys({ press: 'Backspace' });
    await until('suggestions', () => form.suggestions.length > 1);
    form.control('Yes').focus();
    await until('no suggestions', () => form.suggestions.length === 0);
  });

  it('can type a practice that is not in the list, and continue with Enter', async () => {
    const form = await atPractice(intakeIn(empty));
    form.control(label).focus();
    await sendKeys({ type: 'My own doctor' });
    await until('words', () =>
      form.listStatus.includes('No practice found. You can type its name.'),
    );
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await form.at('Is there anything that would help you to talk with us?');
  });

  it('is told when the search fails, and can type the name', async () => {
    const form = await atPractice(
      intakeIn((fetch) => (input, init) => {
        const isSearch = new Request(input).url.includes('gp-practices');
        return (isSearch ? down(fetch) : fetch)(input, init);
      }),
    );
    await form.type(label, 'densham');
    await until('words', () =>
      form.listStatus.includes('The list of practices cannot be reached.'),
    );
    await expect(form.element).to.be.accessible();
    form.press('Continue');
    await form.at('Is there anything that would help you to talk with us?');
  });
});

describe('a search for practices', () => {
  const host = {
    updates: 0,
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => (host.updates += 1),
    updateComplete: Promise.resolve(true),
  };
  const practiceNamed = (name: string) => ({ code: 'A1', name, address: '' });

  /** A backend whose responses come when the test sends them. */
  const controlled = () => {
    const calls: {
      query: string;
      signal: AbortSignal | undefined;
      answer: (names: readonly string[]) => void;
    }[] = [];
    const intake: ReferralApi = {
      ...intakeIn(),
      gpPractices: (query, signal) =>
        new Promise((resolve) => {
          calls.push({
            query,
            signal,
            answer: (names) => resolve({ ok: true, value: { items: names.map(practiceNamed) } }),
          });
        }),
    };
    const search = new PracticeSearch(host, () => intake);
    const names = (): string =>
      search.list.at === 'open'
        ? search.list.practices.map(({ name }) => name).join()
        : search.list.at;
    return { calls, search, names };
  };

  it('starts when a person stops typing', async () => {
    const { calls, search } = controlled();
    for (const typed of ['de', 'den', 'dens']) search.search(typed);
    await until('a call', () => calls.length > 0);
    await pause(250);
    expect(calls.map(({ query }) => query)).to.deep.equal(['dens']);
  });
  it('aborts an earlier search, whose late results are not shown', async () => {
    const { calls, search, names } = controlled();
    search.search('densham');
    await until('a call', () => calls.length === 1);
    search.search('queens');
    expect(calls[0]?.signal?.aborted).to.equal(true);
    await until('a second call', () => calls.length === 2);
    calls[1]?.answer(['Queens Park']);
    await until('the results of the second search', () => names() === 'Queens Park');
    calls[0]?.answer(['Densham']);
    await pause(10);
    expect(names()).to.equal('Queens Park');
  });
  it('keeps the earlier results until the new ones arrive', async () => {
    const { calls, search, names } = controlled();
    search.search('densham');
    await until('a call', () => calls.length === 1);
    calls[0]?.answer(['Densham']);
    await until('a list', () => names() === 'Densham');
    search.search('queens');
    expect(names()).to.equal('Densham');
  });
  it('sends no request for one letter, and at most 100 characters', async () => {
    const { calls, search, names } = controlled();
    search.search('d');
    search.search('  d  ');
    expect(names()).to.equal('closed');
    search.move(1);
    expect(search.active).to.equal(undefined);
    search.search('x'.repeat(300));
    await until('a call', () => calls.length > 0);
    expect(calls[0]?.query).to.have.length(100);
  });
  it('ends when the list is closed', async () => {
    const { calls, search, names } = controlled();
    search.search('densham');
    await until('a call', () => calls.length === 1);
    search.close();
    calls[0]?.answer(['Densham']);
    await pause(10);
    expect(names()).to.equal('closed');
    expect(host.updates).to.be.greaterThan(0);
  });
});
