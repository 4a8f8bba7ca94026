import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { drawQrCode } from '../../../../src/directory/activity/draw-qr-code.js';

class SharedPage extends LitElement {
  override render(): TemplateResult {
    return html`<canvas id="code"></canvas>`;
  }

  get picture(): string {
    return this.renderRoot.querySelector('canvas')?.toDataURL() ?? '';
  }
}
customElements.define('shared-page', SharedPage);

const shown = (): Promise<SharedPage> => fixture<SharedPage>(html`<shared-page></shared-page>`);

const choirs = 'https://library.example/activities?find-q=choir';
const gardens = 'https://library.example/activities?find-q=garden';

async function codeOf(address: string): Promise<string> {
  const page = await shown();
  await drawQrCode(page, address);
  return page.picture;
}

describe('the QR code of a shared link', () => {
  it('shows the latest address when several are drawn in quick succession', async () => {
    const expected = await codeOf(choirs);
    expect(expected).not.to.equal(await codeOf(gardens));
    const page = await shown();
    await drawQrCode(page, choirs);
    await Promise.all([gardens, choirs].map((address) => drawQrCode(page, address)));
    // An earlier drawing must not replace the latest one afterwards.
    await new Promise((resolve) => requestIdleCallback(resolve));
    expect(page.picture).to.equal(expected);
  });

  it('is drawn when a second caller waits for the same address', async () => {
    const expected = await codeOf(choirs);
    const page = await shown();
    void drawQrCode(page, choirs);
    await drawQrCode(page, choirs);
    expect(page.picture).to.equal(expected);
  });
});
