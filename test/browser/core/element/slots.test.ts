import { expect } from '@open-wc/testing';
import { AboutHarness } from '../../../harness/about.js';
import { AudienceMenuHarness } from '../../../harness/audience-menu.js';
import { until } from '../../../harness/until.js';

/** The named slots of an element in the manifest. */
async function documented(tag: string): Promise<readonly string[]> {
  const manifest = await (await fetch('/custom-elements.json')).json();
  for (const { declarations } of manifest.modules)
    for (const { tagName, slots } of declarations)
      if (tagName === tag)
        return slots.map(({ name }: { readonly name: string }) => name).filter(Boolean);
  throw new Error(`<${tag}> is not in the manifest`);
}

describe('a partner who replaces the texts of an element', () => {
  it('finds all slots of <kith-about> in the manifest, and no others', async () => {
    const about = await AboutHarness.place();
    expect(about.slots).to.have.members([...(await documented('kith-about'))]);
  });

  it('finds all slots of <kith-audience-menu> in the manifest, and no others', async () => {
    const menu = await AudienceMenuHarness.place(
      '<kith-audience-menu doors="public someone-close professional group link-worker"></kith-audience-menu>',
    );
    const first = menu.slots;
    menu.door('Community').click();
    await until('what a group can do', () => menu.slots.includes('group-title'));
    // The last three are for the form that it opens: see partner-slots.test.ts.
    expect([...first, ...menu.slots, 'logo', 'intro', 'footer']).to.have.members([
      ...(await documented('kith-audience-menu')),
    ]);
  });
});
