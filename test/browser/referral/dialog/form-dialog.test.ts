import { expect, fixtureSync, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ReferYourselfHarness } from '../../../harness/refer-yourself.js';
import { pause, until } from '../../../harness/until.js';

const withHistory =
  '<kith-refer-yourself><a href="#service-page">Refer yourself</a></kith-refer-yourself>';

describe('a dialog without answers in it', () => {
  it('closes with its button, and the link has the focus again', async () => {
    const refer = await ReferYourselfHarness.place();
    refer.link.focus();
    await refer.open();
    refer.pressButton('Close');
    await until('a closed dialog', () => !refer.isOpen);
    expect(document.activeElement).to.equal(refer.link);
  });

  it('closes with Escape, and opens again on the start page', async () => {
    const refer = await ReferYourselfHarness.place();
    const form = await refer.open();
    await form.goTo('Where do you live?');
    await sendKeys({ press: 'Escape' });
    await until('a closed dialog', () => !refer.isOpen);
    const again = await refer.open();
    expect(again.title).to.equal('Refer yourself to Northside Link');
  });

  it('closes when the browser asks it to, as a phone’s Back gesture does', async () => {
    const refer = await ReferYourselfHarness.place();
    await refer.open();
    const dialog = refer.dialogElement.shadowRoot?.querySelector('dialog');
    dialog?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await until('a closed dialog', () => !refer.isOpen);
  });
});

describe('the parts of a dialog', () => {
  const partsOf = (markup: string): string | null | undefined =>
    fixtureSync<HTMLElement>(html`<main .innerHTML=${markup}></main>`)
      .querySelector('kith-form-dialog')
      ?.getAttribute('exportparts');

  it('can be reached from whatever element it stands in', async () => {
    await ReferYourselfHarness.place();
    expect(partsOf('<kith-form-dialog></kith-form-dialog>'))
      .to.include('close')
      .and.to.include('sheet');
  });

  it('are those that a page names, where it names some', async () => {
    await ReferYourselfHarness.place();
    expect(partsOf('<kith-form-dialog exportparts="sheet: box"></kith-form-dialog>')).to.equal(
      'sheet: box',
    );
  });
});

describe('a dialog with answers in it', () => {
  const filled = async (markup?: string) => {
    const refer = await ReferYourselfHarness.place(markup);
    const form = await refer.open();
    await form.goTo('Where do you live?');
    await form.type('Postcode', 'TS18 1HU');
    return { refer, form };
  };

  it('asks before it closes, by button or by Escape, however often', async () => {
    const { refer, form } = await filled();
    await sendKeys({ press: 'Escape' });
    await until('a question', () => refer.question);
    expect(refer.question).to.include('Your answers have not been sent.');
    expect(refer.focused).to.equal('Close the form?');
    await expect(refer.dialogElement).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    expect(refer.isOpen).to.equal(true);
    refer.pressButton('Stay on this form');
    await until('no question', () => refer.question === '');
    expect(form.valueOf('Postcode')).to.equal('TS18 1HU');
    expect(form.focused).to.equal('Where do you live?');
    refer.pressButton('Close');
    await until('a question', () => refer.question);
    refer.pressButton('Close and clear my answers');
    await until('a closed dialog', () => !refer.isOpen);
    const again = await refer.open();
    expect(again.element.hasAnswers).to.equal(false);
  });

  it('stays open when the browser’s Back leads out of it, and asks', async () => {
    const length = history.length;
    const { refer, form } = await filled(withHistory);
    expect(history.length).to.be.greaterThan(length);
    history.back();
    await form.at('Refer yourself to Northside Link');
    history.back();
    await until('a question', () => refer.question);
    expect(refer.isOpen).to.equal(true);
    refer.pressButton('Close and clear my answers');
    await until('a closed dialog', () => !refer.isOpen);
    await pause(100);
    expect(Reflect.get(Object(history.state), 'kith')).to.equal(undefined);
  });
});

describe('the browser’s Back in a dialog', () => {
  it('goes one question back, and closes an empty form from its first page', async () => {
    const refer = await ReferYourselfHarness.place(withHistory);
    const form = await refer.open();
    form.press('Start now');
    await form.at('Where do you live?');
    history.back();
    await form.at('Refer yourself to Northside Link');
    expect(refer.isOpen).to.equal(true);
    history.back();
    await until('a closed dialog', () => !refer.isOpen);
  });
});
