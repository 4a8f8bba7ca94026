import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalogue, readLanguages, readParts } from '../../scripts/catalogues.mjs';
import { exportXliff, importXliff } from '../../scripts/xliff.mjs';

describe('a file for translators', () => {
  it('comes back as it went, in every language', async () => {
    const languages = (await readLanguages()).map(({ tag }) => tag).filter((tag) => tag !== 'en');
    for (const language of languages) {
      const back = await importXliff(await exportXliff(language));
      assert.equal(back.language, language);
      assert.deepEqual(back.stale, []);
      for (const part of await readParts())
        assert.deepEqual(back.catalogues[part], await readCatalogue(part, language), part);
    }
  });

  it('holds the English, the translation, and what to know of it', async () => {
    const file = await exportXliff('pl');
    assert.match(file, /source-language="en"/);
    assert.match(file, /target-language="pl"/);
    assert.match(
      file,
      /<source>Where do you live\?<\/source>\s*<target>Gdzie mieszkasz\?<\/target>/,
    );
    assert.match(file, /<note>form: place\.title<\/note>/);
    assert.match(file, /write every plural form that your language has/);
  });

  it('of a language that nobody has begun has the English alone', async () => {
    const back = await importXliff(await exportXliff('so'));
    assert.equal(back.language, 'so');
    assert.deepEqual(back.catalogues['form'], {});
  });

  it('says what was made from English that has changed since', async () => {
    const file = (await exportXliff('cy')).replace('Where do you live?', 'Where are you living?');
    assert.deepEqual((await importXliff(file)).stale, ['form: place.title']);
  });

  it('is refused where it does not say its language', async () => {
    const file = (await exportXliff('cy')).replaceAll(' target-language="cy"', '');
    await assert.rejects(importXliff(file), /does not say its target-language/);
  });
});
