import { expect, fixtureSync, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ReferYourselfHarness } from '../../../harness/refer-yourself.js';
import { until } from '../../../harness/until.js';

const withHistory =
  '<kith-refer-yourself><a href="#service-page">Refer yourself</a></kith-refer-yourself>';

describe('a dialog whose form has no answers', () => {
  it('closes with its button, and returns the focus to the link', async () => {
    const refer = await ReferYourselfHarness.place();
    refer.link.focus();
    await refer.open();
    await until('the words of the button', () => refer.buttons.includes('Close'));
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

  it('closes on the browser’s cancel event, such as the back gesture of a phone', async () => {
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

  it('are exported to the surrounding element', async () => {
    await ReferYourselfHarness.place();
    expect(partsOf('<kith-form-dialog></kith-form-dialog>'))
      .to.include('close')
      .and.to.include('sheet');
  });

  it('are those of the exportparts attribute when a page sets it', async () => {
    await ReferYourselfHarness.place();
    expect(partsOf('<kith-form-dialog exportparts="sheet: box"></kith-form-dialog>')).to.equal(
      'sheet: box',
    );
  });
});

describe('a dialog whose form has answers', () => {
  const filled = async (markup?: string) => {
    const refer = await ReferYourselfHarness.place(markup);
    const form = await refer.open();
    await form.goTo('Where do you live?');
    await form.type('Postcode', 'TS18 1HU');
    return { refer, form };
  };

  it('asks for confirmation before it closes with its button or Escape', async () => {
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

  it('stays open and asks for confirmation when the browser’s Back leaves its first page', async () => {
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
    // The browser goes back later; the next test would otherwise be on the page before this one.
    await until(
      'the entry from before the dialog',
      () => Reflect.get(Object(history.state), 'kith') === undefined,
    );
  });
});

describe('the browser’s Back in a dialog', () => {
  it('goes back one question, and closes the dialog from the first page when the form is empty', async () => {
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
