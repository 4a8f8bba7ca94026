import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { checkTranslations } from '../../server/check-translations.js';
import { DirectoryProfile } from '../../src/contract/directory.js';
import {
  demonstration,
  openBackend,
  problemOf,
  profileOf,
  receiptOf,
  referral,
  shownOf,
  type TestBackend,
} from './harness.js';

describe('a service with its wording in another language', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  const profileIn = (language: string) =>
    profileOf(backend.ask(`/api/v1/profile?partner=open-door&lang=${language}`));

  it('says it in that language, and what it has not in its own', async () => {
    const welsh = await profileIn('cy');
    assert.equal(welsh.language, 'cy');
    assert.match(welsh.consent.items[0]?.text ?? '', /^Cewch rannu/);
    assert.equal(welsh.urgentHelp[0]?.links[0]?.label, 'Ffonio 999');
    assert.equal((await profileIn('cy-GB')).language, 'cy');
    for (const language of ['pl', '', 'en', '__proto__', '%'])
      assert.equal((await profileIn(language)).language, 'en-GB', language);
  });

  it('calls its categories by their names in that language, and says when it answers the phone', async () => {
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

  it('keeps the words that the person agreed to, in the language in which they read them', async () => {
    const { consent } = await profileIn('cy');
    const permission = { agreed: ['share'], version: consent.version };
    const sent = { ...referral({ permission }), language: 'cy' };
    const { reference } = await receiptOf(backend.send(sent));
    const { consents } = await shownOf(backend.staff(`/${reference}`));
    assert.match(consents[0]?.text ?? '', /^Cewch rannu/);
    assert.equal(consents[0]?.version, consent.version);
  });

  it('takes no agreement to the words of another language', async () => {
    const { consent } = await profileIn('cy');
    const permission = { agreed: ['share'], version: consent.version };
    const response = await backend.send({ ...referral({ permission }), language: 'en' });
    assert.equal(response.status, 422);
    const { errors } = await problemOf(response);
    assert.equal(errors?.[0]?.code, 'permission.agreed.changed');
  });
});

describe('a translation in the settings', () => {
  it('must ask and offer the same in each language', async () => {
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
