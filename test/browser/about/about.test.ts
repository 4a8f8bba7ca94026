import { expect } from '@open-wc/testing';
import { AboutHarness } from '../../harness/about.js';
import { place } from '../../harness/place.js';
import { until } from '../../harness/until.js';

describe('a person who reads about social prescribing', () => {
  it('reads what it is, whom it helps, what a link worker does and what they could try', async () => {
    const about = await AboutHarness.place();
    expect(about.headings).to.deep.equal([
      '2 What is social prescribing?',
      '3 Who it can help',
      '3 What a link worker does',
      '3 Things you could try',
    ]);
    expect(about.lines).to.have.length(4 + 8);
    expect(about.lines).to.include('live with a long-term health condition');
    expect(about.lines).to.include('Gardening');
    expect(about.text).to.include('A link worker has time for you.');
    await expect(about.element).to.be.accessible();
  });

  it('needs no backend', async () => {
    const before = performance.getEntriesByType('resource').length;
    await AboutHarness.place();
    const asked = performance.getEntriesByType('resource').slice(before);
    expect(asked.filter(({ name }) => name.includes('/api/'))).to.deep.equal([]);
  });

  it('sees the whole text on a narrow phone', async () => {
    const about = await AboutHarness.place(
      '<div style="inline-size: 280px"><kith-about></kith-about></div>',
    );
    expect(about.inside('.root').scrollWidth).to.be.at.most(280);
  });
});

describe('a partner with <kith-about>', () => {
  it('can replace each text with their own', async () => {
    const first = await AboutHarness.place();
    const pieces = first.slots.filter((name) => !['who', 'kinds', 'more'].includes(name));
    expect(pieces).to.have.length(20);
    const own = pieces.map((name) => `<span slot="${name}">Own ${name}</span>`).join('');
    const about = await AboutHarness.place(`<kith-about languages="en">${own}</kith-about>`);
    expect(about.text).to.equal(pieces.map((name) => `Own ${name}`).join(' '));
    await expect(about.element).to.be.accessible();
  });

  it('can replace the list and add a link at the end', async () => {
    const about = await AboutHarness.place(`<kith-about>
      <ul slot="kinds"><li>Rowing</li></ul>
      <p slot="more"><a href="#refer">Refer yourself</a></p>
    </kith-about>`);
    expect(about.text).to.match(/You choose what suits you\. Rowing Refer yourself$/);
    expect(about.text).not.to.include('Gardening');
    await expect(about.element).to.be.accessible();
  });

  for (const [written, levels] of [
    ['3', '3444'],
    ['4', '4555'],
    ['1', '2333'],
    ['9', '4555'],
    ['large', '2333'],
  ] as const)
    it(`gets the right heading levels for heading-level="${written}"`, async () => {
      const about = await AboutHarness.place(
        `<kith-about heading-level="${written}"></kith-about>`,
      );
      expect(about.headings.map(([level]) => level).join('')).to.equal(levels);
    });

  it('has the content of the tag shown until the text is loaded', async () => {
    const main = place('<kith-about><p>Call us and ask.</p></kith-about>');
    const element = main.querySelector('kith-about');
    const line = main.querySelector('p');
    await element?.updateComplete;
    expect(line?.checkVisibility()).to.equal(true);
    await until('the text', () => line?.checkVisibility() === false);
  });

  it('can have two on a page, create one by script, and move it', async () => {
    const main = place('<kith-about></kith-about><p></p>');
    const made = document.createElement('kith-about');
    made.headingLevel = 3;
    main.append(made);
    const about = new AboutHarness(made);
    await until('the text', () => about.headings.length === 4);
    main.querySelector('p')?.append(made);
    await made.updateComplete;
    expect(about.headings[0]).to.equal('3 What is social prescribing?');
    await expect(main).to.be.accessible();
  });

  it('can write text from right to left, while each line keeps its own direction', async () => {
    const about = await AboutHarness.place(`<div dir="rtl" lang="ar"><kith-about>
      <span slot="what">الوصفة الاجتماعية</span></kith-about></div>`);
    expect(getComputedStyle(about.inside('.root')).direction).to.equal('ltr');
    expect(getComputedStyle(about.inside('p')).unicodeBidi).to.equal('plaintext');
    await expect(about.element).to.be.accessible();
  });
});
