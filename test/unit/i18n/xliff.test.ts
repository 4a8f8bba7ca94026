import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalogue, readLanguages, readParts } from '../../../scripts/messages/catalogues.mjs';
import { exportXliff, importXliff } from '../../../scripts/messages/xliff.mjs';

describe('an XLIFF file for translators', () => {
  it('is read back without changes, in every language', async () => {
    const languages = (await readLanguages()).map(({ tag }) => tag).filter((tag) => tag !== 'en');
    for (const language of languages) {
      const back = await importXliff(await exportXliff(language));
      assert.equal(back.language, language);
      assert.deepEqual(back.stale, []);
      for (const part of await readParts())
        assert.deepEqual(back.catalogues[part], await readCatalogue(part, language), part);
    }
  });

  it('holds the English text, the translation and notes', async () => {
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

  it('has only the English text for a language that nobody has translated yet', async () => {
    const back = await importXliff(await exportXliff('so'));
    assert.equal(back.language, 'so');
    assert.deepEqual(back.catalogues['form'], {});
  });

  it('reports translations of English text that has changed since', async () => {
    const file = (await exportXliff('cy')).replace('Where do you live?', 'Where are you living?');
    assert.deepEqual((await importXliff(file)).stale, ['form: place.title']);
  });

  it('is refused when it does not state its language', async () => {
    const file = (await exportXliff('cy')).replaceAll(' target-language="cy"', '');
    await assert.rejects(importXliff(file), /does not say its target-language/);
  });
});
