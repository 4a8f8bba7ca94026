import { expect, fixtureSync, html } from '@open-wc/testing';
import { languageAt } from '../../../../src/i18n/language.js';
import { ReferYourselfHarness } from '../../../harness/refer-yourself.js';
import { ReferralFormHarness } from '../../../harness/referral-form.js';

/** Adds CSS of a partner's page while something is checked. */
async function withStyles(css: string, check: () => Promise<void>): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  try {
    await check();
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }
}

const hostile = `* {
  margin: 20px !important; padding: 9px !important; border: 3px dotted red !important;
  text-transform: uppercase !important; letter-spacing: 3px !important; font-size: 8px !important;
  text-align: right !important; line-height: 3 !important; text-indent: 40px !important;
  font-style: italic !important; font-weight: 900 !important; white-space: pre !important;
  visibility: visible !important; word-spacing: 1em !important; box-sizing: content-box !important;
  text-shadow: 2px 2px red !important; cursor: crosshair !important;
}
label, input, button, legend { display: none !important }`;

const inherited = {
  textTransform: 'none',
  letterSpacing: 'normal',
  wordSpacing: '0px',
  fontSize: '16px',
  lineHeight: '24px',
  textAlign: 'start',
  textIndent: '0px',
  fontStyle: 'normal',
  fontWeight: '400',
  textShadow: 'none',
  whiteSpace: 'normal',
};

const stylesOf = (element: Element): Readonly<Record<string, string>> => {
  const styles = getComputedStyle(element);
  return Object.fromEntries(
    Object.keys(inherited).map((name) => [name, String(Reflect.get(styles, name))]),
  );
};

const largeEnough = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width >= 24 && height >= 24;
};

describe('a page with CSS rules for every element', () => {
  it('does not change the content of the form', async () => {
    await withStyles(hostile, async () => {
      const form = await ReferralFormHarness.open();
      expect(stylesOf(form.inside('.root'))).to.deep.equal(inherited);
      expect(stylesOf(form.inside('p:not([class])'))).to.deep.equal(inherited);
      await form.goTo('Where do you live?');
      const input = getComputedStyle(form.control('Postcode'));
      expect([input.fontSize, input.marginTop, input.borderTopStyle, input.display]).to.deep.equal([
        '16px',
        '0px',
        'solid',
        'block',
      ]);
      expect(getComputedStyle(form.button('Continue')).display).not.to.equal('none');
      expect(largeEnough(form.button('Continue'))).to.equal(true);
    });
  });

  it('does not change the content of the dialog', async () => {
    await withStyles(hostile, async () => {
      const refer = await ReferYourselfHarness.place();
      const form = await refer.open();
      expect(stylesOf(form.inside('.root'))).to.deep.equal(inherited);
      expect(
        stylesOf(refer.dialogElement.shadowRoot?.querySelector('dialog') ?? document.body),
      ).to.include({
        textTransform: 'none',
        letterSpacing: 'normal',
        fontStyle: 'normal',
      });
      refer.pressButton('Close');
    });
  });

  it('does not hide the form with a rule for undefined elements', async () => {
    await withStyles('kith-referral-form, :not(:defined) { display: none }', async () => {
      const form = await ReferralFormHarness.open();
      expect(form.element.checkVisibility()).to.equal(true);
    });
  });
});

describe('a page with its own text sizes, colours, direction or width', () => {
  it('can have a small root font size, which does not make the text smaller', async () => {
    await withStyles('html { font-size: 62.5% } body { font-size: 1.4rem }', async () => {
      const form = await ReferralFormHarness.open();
      await form.goTo('Where do you live?');
      expect(getComputedStyle(form.inside('.root')).fontSize).to.equal('16px');
      expect(getComputedStyle(form.control('Postcode')).fontSize).to.equal('16px');
      expect(form.button('Continue').getBoundingClientRect().height).to.be.at.least(44);
    });
  });

  it('can have large text, whose size the form uses', async () => {
    await withStyles('body { font-size: 24px }', async () => {
      const form = await ReferralFormHarness.open();
      expect(getComputedStyle(form.inside('p')).fontSize).to.equal('24px');
    });
  });

  it('can be dark, while text fields stay readable', async () => {
    await withStyles(
      ':root { color-scheme: dark; background: #111; color: #eee; --kith-error: #ffb4ab }',
      async () => {
        const form = await ReferralFormHarness.open();
        await form.goTo('Where do you live?');
        const input = getComputedStyle(form.control('Postcode'));
        expect([input.backgroundColor, input.color]).to.deep.equal([
          'rgb(255, 255, 255)',
          'rgb(20, 24, 26)',
        ]);
        expect(getComputedStyle(form.inside('.root')).color).to.equal('rgb(238, 238, 238)');
        await expect(form.element).to.be.accessible();
      },
    );
  });

  it('can be written from right to left, while the form keeps the direction of its language', async () => {
    const place = fixtureSync<HTMLElement>(html`<main dir="rtl" lang="ar"></main>`);
    const form = await ReferralFormHarness.open();
    place.append(form.element);
    await form.goTo('Where do you live?');
    expect(getComputedStyle(form.inside('.root')).direction).to.equal('ltr');
    await expect(form.element).to.be.accessible();
  });

  it('can be as narrow as a small phone without overflow', async () => {
    const place = fixtureSync<HTMLElement>(html`<main style="inline-size: 280px"></main>`);
    const form = await ReferralFormHarness.open();
    place.append(form.element);
    form.press('Start now');
    await form.at('Where do you live?');
    expect(form.inside('.root').scrollWidth).to.be.at.most(280);
  });
});

describe('the language of an element', () => {
  const at = (markup: string, root?: (host: Element) => ParentNode): string => {
    const place = fixtureSync<HTMLElement>(html`<div></div>`);
    place.innerHTML = markup;
    const host = place.querySelector('.here') ?? place;
    return languageAt(root ? (root(host).querySelector('b') ?? host) : host);
  };
  const inShadow = (host: Element): ParentNode => {
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<i><b></b></i>';
    return root;
  };

  it('is the nearest lang attribute', () => {
    expect(at('<p lang="cy"><i lang="fr"><b class="here"></b></i></p>')).to.equal('fr');
    expect(at('<p lang="cy"><b class="here"></b></p>')).to.equal('cy');
    expect(at('<p lang="cy"><b class="here" lang=""></b></p>')).to.equal('');
  });
  it('is that of the page when there is no nearer one', () => {
    expect(at('<b class="here"></b>')).to.equal('en');
  });
  it('is found across open and closed shadow roots', () => {
    expect(at('<p lang="cy"><span class="here"></span></p>', inShadow)).to.equal('cy');
  });
  it('is empty for an element that is not on a page', () => {
    expect(languageAt(document.createElement('b'))).to.equal('');
  });
});
