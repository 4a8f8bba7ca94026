import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { checkTranslations } from '../../../server/settings/check-translations.js';
import { DirectoryProfile } from '../../../src/directory/contract/directory.js';
import {
  demonstration,
  openBackend,
  problemOf,
  profileOf,
  receiptOf,
  referral,
  shownOf,
  type TestBackend,
} from '../harness.js';

describe('a service with a translation', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  const profileIn = (language: string) =>
    profileOf(backend.ask(`/api/v1/profile?partner=open-door&lang=${language}`));

  it('returns its profile in that language, and in its own language for any other', async () => {
    const welsh = await profileIn('cy');
    assert.equal(welsh.language, 'cy');
    assert.match(welsh.consent.items[0]?.text ?? '', /^Cewch rannu/);
    assert.equal(welsh.urgentHelp[0]?.links[0]?.label, 'Ffonio 999');
    assert.equal((await profileIn('cy-GB')).language, 'cy');
    for (const language of ['pl', '', 'en', '__proto__', '%'])
      assert.equal((await profileIn(language)).language, 'en-GB', language);
  });

  it('returns its categories and opening hours in that language', async () => {
    const directoryIn = async (language: string) => {
      const path = `/api/v1/directory?partner=open-door&lang=${language}`;
      const response = await backend.ask(path);
      return z.parse(DirectoryProfile, await response.json());
    };
    const [welsh, own] = [await directoryIn('cy-GB'), await directoryIn('pl')];
    assert.deepEqual(welsh.categories[0], { id: 'volunteering', label: 'Gwirfoddoli' });
    assert.deepEqual(own.categories[0], { id: 'volunteering', label: 'Volunteering' });
    assert.deepEqual(
      welsh.categories.map(({ id }) => id),
      own.categories.map(({ id }) => id),
    );
    assert.notEqual(welsh.service?.hours, own.service?.hours);
  });

  it('stores the permissions in the language in which the person read them', async () => {
    const { consent } = await profileIn('cy');
    const permission = { agreed: ['share'], version: consent.version };
    const sent = { ...referral({ permission }), language: 'cy' };
    const { reference } = await receiptOf(backend.send(sent));
    const { consents } = await shownOf(backend.staff(`/${reference}`));
    assert.match(consents[0]?.text ?? '', /^Cewch rannu/);
    assert.equal(consents[0]?.version, consent.version);
  });

  it('rejects a permission with the version of another language', async () => {
    const { consent } = await profileIn('cy');
    const permission = { agreed: ['share'], version: consent.version };
    const response = await backend.send({ ...referral({ permission }), language: 'en' });
    assert.equal(response.status, 422);
    const { errors } = await problemOf(response);
    assert.equal(errors?.[0]?.code, 'permission.agreed.changed');
  });
});

describe('checkTranslations', () => {
  it('rejects a translation that does not have the same entries as the service', async () => {
    const service = await demonstration();
    const { cy } = service.translations ?? {};
    assert.ok(cy);
    const paths = (changed: object) =>
      checkTranslations(
        { ...service, translations: { cy: { ...cy, ...changed } } },
        (key) => key === 'action.send',
      ).map(({ path }) => path);
    assert.deepEqual(paths({}), []);
    assert.deepEqual(paths({ needs: cy.needs.slice(1) }), ['translations.cy.needs']);
    assert.deepEqual(
      paths({
        consent: {
          ...cy.consent,
          items: cy.consent.items.map((item) => ({ ...item, required: true })),
        },
      }),
      ['translations.cy.consent.items'],
    );
    assert.deepEqual(paths({ categories: undefined }), []);
    assert.deepEqual(paths({ categories: cy.categories?.slice(1) }), [
      'translations.cy.categories',
    ]);
    assert.deepEqual(paths({ others: undefined }), ['translations.cy.others']);
    assert.deepEqual(paths({ wording: { 'action.send': 'Anfon', 'action.nothing': 'x' } }), [
      'translations.cy.wording["action.nothing"]',
    ]);
  });
});
