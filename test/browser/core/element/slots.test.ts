import { expect } from '@open-wc/testing';
import { AboutHarness } from '../../../harness/about.js';
import { AudienceMenuHarness } from '../../../harness/audience-menu.js';
import { until } from '../../../harness/until.js';

/** The slots of an element that the manifest lists, but for the one without a name. */
async function documented(tag: string): Promise<readonly string[]> {
  const manifest = await (await fetch('/custom-elements.json')).json();
  for (const { declarations } of manifest.modules)
    for (const { tagName, slots } of declarations)
      if (tagName === tag)
        return slots.map(({ name }: { readonly name: string }) => name).filter(Boolean);
  throw new Error(`<${tag}> is not in the manifest`);
}

describe('a partner who words an element anew', () => {
  it('can put words into each place of <kith-about> that is documented, and there is no other', async () => {
    const about = await AboutHarness.place();
    expect(about.slots).to.have.members([...(await documented('kith-about'))]);
  });

  it('can put words into each place of <kith-audience-menu> that is documented, and there is no other', async () => {
    const menu = await AudienceMenuHarness.place(
      '<kith-audience-menu doors="public someone-close professional group link-worker"></kith-audience-menu>',
    );
    const first = menu.slots;
    menu.door('Community').click();
    await until('what a group can do', () => menu.slots.includes('group-title'));
    // The last three are those of the form that it opens: test/elements/partner-slots.test.ts.
    expect([...first, ...menu.slots, 'logo', 'intro', 'footer']).to.have.members([
      ...(await documented('kith-audience-menu')),
    ]);
  });
});
