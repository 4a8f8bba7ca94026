import { expect } from '@open-wc/testing';
import {
  configure,
  reportSetting,
  resolveSettings,
} from '../../../../src/core/backend/settings.js';
import { consoleDuring } from '../../../harness/console.js';

const own = { endpoint: 'https://kith.example.org', partner: 'northside-library' };

describe('the settings of an element', () => {
  it('are reported as missing when neither the element nor the script has any', () => {
    const none = resolveSettings({});
    expect(none).to.deep.equal({
      ok: false,
      failure: { name: 'endpoint', value: '' },
    });
  });

  for (const [written, endpoint] of [
    ['https://kith.example.org', 'https://kith.example.org'],
    ['https://kith.example.org/', 'https://kith.example.org'],
    ['https://example.org/kith//', 'https://example.org/kith'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['https://kith.example.org/?a=b#c', 'https://kith.example.org'],
  ] as const)
    it(`accept the endpoint ${written}`, () => {
      expect(resolveSettings({ ...own, endpoint: written })).to.deep.equal({
        ok: true,
        value: { ...own, endpoint },
      });
    });

  for (const endpoint of [
    'kith.example.org',
    '/api',
    'ftp://kith.example.org',
    'javascript:alert(1)',
    'https://',
  ])
    it(`reject the endpoint ${endpoint}`, () => {
      const result = resolveSettings({ ...own, endpoint });
      expect(!result.ok && result.failure).to.include({ name: 'endpoint', value: endpoint });
    });

  for (const partner of [
    '',
    'Northside Library',
    'northside_library',
    '-x',
    'a'.repeat(61),
    'a/b',
    'x?y',
  ])
    it(`reject the partner “${partner.slice(0, 20)}”`, () => {
      const result = resolveSettings({ ...own, partner });
      expect(!result.ok && result.failure).to.include({ name: 'partner', value: partner });
    });

  it('come from the script when the element has none, and from the first of several scripts', () => {
    configure({ endpoint: 'https://one.example' });
    configure({ endpoint: 'https://two.example', partner: 'first' });
    configure({ partner: 'second' });
    expect(resolveSettings({})).to.deep.equal({
      ok: true,
      value: { endpoint: 'https://one.example', partner: 'first' },
    });
    expect(resolveSettings({ endpoint: '', partner: '' }).ok).to.equal(true);
    expect(resolveSettings(own)).to.deep.equal({ ok: true, value: own });
  });
});

describe('an invalid setting', () => {
  it('is reported in the console once, with the tag, attribute, value and documentation', async () => {
    const partner = { name: 'partner', value: 'Me' };
    const heard = await consoleDuring(async () => {
      await reportSetting('kith-x', partner);
      await reportSetting('kith-x', partner);
      await reportSetting('kith-x', { name: 'size', value: 'XL', expected: 'large' });
    });
    expect(heard).to.deep.equal([
      'Kith: <kith-x>: partner="Me" cannot be used; expected the id your service gave you, like northside-library. See docs/embedding.md#settings',
      'Kith: <kith-x>: size="XL" cannot be used; expected large. See docs/embedding.md#settings',
    ]);
  });
});
