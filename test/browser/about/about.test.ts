import { expect } from '@open-wc/testing';
import { AboutHarness } from '../../harness/about.js';
import { place } from '../../harness/place.js';
import { until } from '../../harness/until.js';

describe('somebody who wonders what this is', () => {
  it('reads what it is, whom it helps, what a link worker does and what there is to try', async () => {
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

  it('reads it without any backend', async () => {
    const before = performance.getEntriesByType('resource').length;
    await AboutHarness.place();
    const asked = performance.getEntriesByType('resource').slice(before);
    expect(asked.filter(({ name }) => name.includes('/api/'))).to.deep.equal([]);
  });

  it('sees nothing stick out on a small phone', async () => {
    const about = await AboutHarness.place(
      '<div style="inline-size: 280px"><kith-about></kith-about></div>',
    );
    expect(about.inside('.root').scrollWidth).to.be.at.most(280);
  });
});

describe('a partner', () => {
  it('puts their own words in the place of any of ours', async () => {
    const first = await AboutHarness.place();
    const pieces = first.slots.filter((name) => !['who', 'kinds', 'more'].includes(name));
    expect(pieces).to.have.length(20);
    const own = pieces.map((name) => `<span slot="${name}">Own ${name}</span>`).join('');
    const about = await AboutHarness.place(`<kith-about languages="en">${own}</kith-about>`);
    expect(about.text).to.equal(pieces.map((name) => `Own ${name}`).join(' '));
    await expect(about.element).to.be.accessible();
  });

  it('gives a list of their own, and adds a link at the end', async () => {
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
    it(`may write heading-level="${written}"`, async () => {
      const about = await AboutHarness.place(
        `<kith-about heading-level="${written}"></kith-about>`,
      );
      expect(about.headings.map(([level]) => level).join('')).to.equal(levels);
    });

  it('has what stands inside the tag shown until the text is there', async () => {
    const main = place('<kith-about><p>Call us and ask.</p></kith-about>');
    const element = main.querySelector('kith-about');
    const line = main.querySelector('p');
    await element?.updateComplete;
    expect(line?.checkVisibility()).to.equal(true);
    await until('the text', () => line?.checkVisibility() === false);
  });

  it('may have two on a page, make one by a script, and move it', async () => {
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

  it('may write from right to left: each line runs as its own words do', async () => {
    const about = await AboutHarness.place(`<div dir="rtl" lang="ar"><kith-about>
      <span slot="what">الوصفة الاجتماعية</span></kith-about></div>`);
    expect(getComputedStyle(about.inside('.root')).direction).to.equal('ltr');
    expect(getComputedStyle(about.inside('p')).unicodeBidi).to.equal('plaintext');
    await expect(about.element).to.be.accessible();
  });
});
