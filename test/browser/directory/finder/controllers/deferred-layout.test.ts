import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { DeferredLayout } from '../../../../../src/directory/finder/controllers/deferred-layout.js';
import { pause, until } from '../../../../harness/until.js';

class LongList extends LitElement {
  names = ['choir', 'allotment', 'lunch club'];

  constructor() {
    super();
    new DeferredLayout(this, () => this.names);
  }

  get later(): number {
    return this.renderRoot.querySelectorAll('li.later').length;
  }

  show(...names: string[]): Promise<boolean> {
    this.names = names;
    this.requestUpdate();
    return this.updateComplete;
  }

  override render(): TemplateResult {
    return html`<ul class="list">
        ${this.names.map((name) => html`<li>${name}</li>`)}
      </ul>
      <input aria-label="What are you looking for?" />`;
  }
}
customElements.define('long-list', LongList);

const shown = (): Promise<LongList> => fixture<LongList>(html`<long-list></long-list>`);

const quiet = 500;

describe('a rendered list', () => {
  it('is laid out where it is visible, and completely once there was no input for a while', async () => {
    const list = await shown();
    expect(list.later).to.equal(3);
    await pause(quiet / 2);
    expect(list.later, 'before the delay is over').to.equal(3);
    await until('all of it is laid out', () => list.later === 0);
    list.requestUpdate();
    await list.updateComplete;
    expect(list.later, 'rendered again without changes').to.equal(0);
    await list.show('choir', 'bowls');
    expect(list.later, 'another list').to.equal(2);
    await until('all of it is laid out again', () => list.later === 0);
  });

  for (const press of ['keydown', 'pointerdown'])
    it(`waits while there are ${press} events`, async () => {
      const list = await shown();
      const line = list.renderRoot.querySelector('input');
      const start = performance.now();
      while (performance.now() - start < 2 * quiet) {
        line?.dispatchEvent(new Event(press, { bubbles: true, composed: true }));
        await pause(quiet / 10);
      }
      expect(list.later).to.equal(3);
      await until('all of it is laid out', () => list.later === 0);
    });
});
