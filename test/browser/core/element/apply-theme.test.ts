import { expect } from '@open-wc/testing';
import { consoleDuring } from '../../../harness/console.js';
import { ThemedHarness } from '../../../harness/themed.js';
import { until } from '../../../harness/until.js';

const nothing = 'rgba(0, 0, 0, 0)';
const dark = ['rgb(22, 25, 27)', 'rgb(233, 238, 240)'] as const;

/** A page that has its own CSS around an element. */
const pageWith = (css: string, attributes = ''): string =>
  `<div class="page"><style>.page { ${css} }</style><kith-about ${attributes}></kith-about></div>`;

describe('an element on a partner’s page', () => {
  it('has the page’s colours and font when nothing is set', async () => {
    const about = await ThemedHarness.about(pageWith('color: rgb(1, 2, 3); font-family: Georgia'));
    expect([about.background, about.text, about.font]).to.deep.equal([
      nothing,
      'rgb(1, 2, 3)',
      'Georgia',
    ]);
  });

  it('has the look of its theme, and that of the page again when the theme is removed', async () => {
    const about = await ThemedHarness.about('<kith-about theme="dark"></kith-about>');
    await about.looks(...dark);
    about.element.setAttribute('theme', 'govuk');
    await about.looks('rgb(255, 255, 255)', 'rgb(11, 12, 12)');
    expect(about.font).to.equal('arial, sans-serif');
    about.element.removeAttribute('theme');
    await until('no theme', () => about.background === nothing);
  });

  it('uses the values of the page’s CSS instead of those of its theme', async () => {
    const about = await ThemedHarness.about(
      pageWith('--kith-surface: rgb(9, 8, 7); --kith-font: Georgia', 'theme="dark"'),
    );
    await about.looks('rgb(9, 8, 7)', dark[1]);
    expect(about.font).to.equal('Georgia');
  });

  it('is dark on a dark page when its theme has light and dark colours', async () => {
    const inDark = await ThemedHarness.about(pageWith('color-scheme: dark', 'theme="soft"'));
    await inDark.looks('rgb(34, 31, 42)', 'rgb(236, 231, 242)');
    const inLight = await ThemedHarness.about('<kith-about theme="soft"></kith-about>');
    await inLight.looks('rgb(250, 246, 241)', 'rgb(47, 42, 54)');
  });

  it('has no theme when the theme is unknown, which is reported in the console', async () => {
    const heard = await consoleDuring(async (told) => {
      const about = await ThemedHarness.about('<kith-about theme="pink"></kith-about>');
      await until('a message', () => told.length > 0);
      expect(about.background).to.equal(nothing);
    });
    expect(heard.join()).to.contain(
      '<kith-about>: theme="pink" cannot be used; expected neutral, govuk, nhs, soft, high-contrast, dark',
    );
  });
});

describe('a dialog with a theme', () => {
  it('has the colours of its theme, which the form in it also uses', async () => {
    const dialog = await ThemedHarness.dialog('<kith-form-dialog theme="dark"></kith-form-dialog>');
    await dialog.looks(...dark);
    const form = await dialog.form();
    expect(form.token('accent')).to.equal('#6fd0c4');
    expect(form.background).to.equal(nothing);
  });
});
