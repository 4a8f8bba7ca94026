import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asDate, asLink } from '../../../../src/directory/open-referral/json.js';
import { plainText } from '../../../../src/directory/open-referral/plain-text.js';

describe('the text of a feed', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['paragraphs of HTML', '<p>One.</p><p>Two &amp; three</p>', 'One.\nTwo & three'],
    ['a list', '<ul><li>Tea</li><li>Cake</li></ul>', '• Tea\n• Cake'],
    ['a script', 'Hello<script>alert(1)</script> you', 'Hello you'],
    ['tags that were written as entities', '&lt;img src=x onerror=alert(1)&gt;Hi', 'Hi'],
    ['Markdown', '## Title\n**bold** and [a link](https://example.org)', 'Title\nbold and a link'],
    ['numeric character references', 'caf&#233; &#x2013; tea&nbsp;room', 'café – tea room'],
    ['marks that change the direction of text', 'abc\u202Edef', 'abc def'],
    ['a less-than sign', '5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
  ];
  for (const [what, given, expected] of cases)
    it(`becomes plain text when it contains ${what}`, () => {
      assert.equal(plainText(given, 1000), expected);
    });

  it('is cut off when it is too long', () => {
    assert.equal(plainText('a'.repeat(50), 10), `${'a'.repeat(9)}…`);
    assert.equal(plainText(`${'a'.repeat(8)}😀😀`, 10), `${'a'.repeat(8)}…`);
  });
});

describe('the reader of text with endless repetitions', () => {
  for (const part of ['<script', '&lt;', '[a](', '**a', '<', ' \n'])
    it(`is not slowed down by a million times ${JSON.stringify(part)}`, () => {
      const start = performance.now();
      plainText(part.repeat(1_000_000), 300);
      assert.ok(performance.now() - start < 500);
    });
});

describe('a date of a feed', () => {
  for (const wrong of ['2023-02-30', '0000-01-01', 'soon', '', 7])
    it(`is left out when it is ${String(wrong)}`, () => {
      assert.equal(asDate(wrong), undefined);
    });
  it('is kept without its time', () => {
    assert.equal(asDate('2024-02-29T10:00:00Z'), '2024-02-29');
  });
});

describe('a link of a feed', () => {
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    '/relative',
    'ftp://example.org',
    'not one',
    '',
  ])
    it(`is dropped: ${url}`, () => {
      assert.equal(asLink(url), undefined);
    });
  it('is kept when it leads somewhere', () => {
    assert.equal(asLink('www.example.org/a'), 'https://www.example.org/a');
    assert.equal(asLink('mailto:hello@example.org'), 'mailto:hello@example.org');
  });
});
