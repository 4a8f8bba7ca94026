import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { describeSettingIssue, parseDeployment } from '../../server/deployment.js';
import { isWordingKey } from '../../server/http/explain-issue.js';
import { demonstration } from './harness.js';

const file = new URL('../../demo/settings.json', import.meta.url);

/** What is wrong with the demonstration's settings once each path holds its value. */
async function changed(changes: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const whole: unknown = JSON.parse(await readFile(file, 'utf8'));
  // What must be the same in every language is tried in translations.test.ts.
  if (Object.keys(changes).length > 0) put(whole, 'services[0].translations', undefined);
  for (const [path, value] of Object.entries(changes)) put(whole, path, value);
  return lines(JSON.stringify(whole));
}

/** Puts a value where a path such as `services[0].areas[1]` points; `undefined` takes away what is there. */
function put(whole: unknown, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let place = Object(whole);
  for (const key of keys) place = Object(Reflect.get(place, key));
  Reflect.set(place, last, value);
}

const service = await demonstration();

function lines(text: string): readonly string[] {
  const parsed = parseDeployment(text, isWordingKey);
  return parsed.ok ? [] : parsed.failure.map(describeSettingIssue);
}

const noOrigin =
  'must be an exact origin such as https://www.example.org (http only for localhost and 127.0.0.1)';
const twice = 'is used twice; ids of services and partners must be unique';

const leeds = { id: 'leeds', name: 'Leeds', url: 'https://leeds.example', everyHours: 24 };

// What is changed where, to what, and the reason given at which path, if that is another.
const cases: readonly (readonly [string, string, unknown, string, string?])[] = [
  ['an unknown key', 'colour', 1, 'unknown key'],
  ['an unknown key deep inside', 'partners[1].origin', 1, 'unknown key'],
  ['a missing name', 'name', undefined, 'Invalid input: expected string, received undefined'],
  ['an empty name', 'name', ' ', 'must not be empty'],
  ['a bad id', 'id', 'North Side', 'must be lower-case letters, digits and single dashes'],
  ['an origin with a path', 'partners[1].origins[0]', 'https://www.example.org/', noOrigin],
  ['an origin with a wildcard', 'partners[1].origins[0]', 'https://*.example.org', noOrigin],
  ['an origin without encryption', 'partners[1].origins[0]', 'http://www.example.org', noOrigin],
  ['an origin without a protocol', 'partners[1].origins[0]', 'www.example.org', noOrigin],
  ['every origin', 'partners[1].origins[0]', '*', noOrigin],
  ['an origin in capitals', 'partners[1].origins[0]', 'https://EXAMPLE.org', noOrigin],
  [
    'an area in small letters',
    'areas[1]',
    'ts2',
    'must be an outward code such as TS18 or a sector such as TS18 1',
  ],
  ['a question that does not exist', 'questions.shoeSize', 'off', 'there is no such question'],
  [
    'an essential question switched off',
    'questions.name',
    'off',
    'must stay required: nobody can be helped without it',
  ],
  [
    'an essential question made optional',
    'questions.permission',
    'optional',
    'must stay required: nobody can be helped without it',
  ],
  [
    'an unknown way to ask',
    'questions.matters',
    'maybe',
    'Invalid option: expected one of "required"|"optional"|"off"',
  ],
  [
    'words that no page has',
    'wording',
    { 'start.titel': 'Hello' },
    'the catalogue has no such key',
    'wording["start.titel"]',
  ],
  ['a need given twice', 'needs[3].id', 'lonely', '"lonely" is used twice'],
  ['a partner given twice', 'partners[2].id', 'open-door', `"open-door" ${twice}`],
  ['a partner named like the service', 'partners[0].id', 'northside', `"northside" ${twice}`],
  [
    'no required permission',
    'consent.items[0].required',
    false,
    'at least one permission must be required',
    'consent.items',
  ],
  ['no needs to choose from', 'needs', [], 'must not be empty while the question is asked'],
  [
    'ages the wrong way round',
    'age',
    { from: 18, to: 17 },
    'must not be less than age.from',
    'age.to',
  ],
  [
    'a link that is none',
    'elsewhere[0].href',
    'javascript:alert(1)',
    'must start with tel:, sms:, mailto: or https://',
  ],
  ['a phone that is none', 'phone.href', 'https://example.org', 'must start with tel:'],
  [
    'a time zone that is none',
    'timeZone',
    'Europe/Stockton',
    'must be a time zone such as Europe/London',
  ],
  [
    'a feed given twice',
    'directory.feeds',
    [leeds, { ...leeds, url: 'https://york.example' }],
    '"leeds" is used twice',
    'directory.feeds[1].id',
  ],
  [
    'a feed named like the made-up one',
    'directory.feeds',
    [{ ...leeds, id: 'made-up' }],
    'must not be made-up',
    'directory.feeds[0].id',
  ],
  [
    'a feed that is nowhere',
    'directory.feeds',
    [{ ...leeds, url: 'https://[' }],
    'must be an http(s) address',
    'directory.feeds[0].url',
  ],
  [
    'a category given twice',
    'directory.categories[1].id',
    'volunteering',
    '"volunteering" is used twice',
  ],
  [
    'a sector in small letters',
    'teams[0].areas[0]',
    'ts1 2',
    'must be an outward code such as TS18 or a sector such as TS18 1',
  ],
  ['a team given twice', 'teams[1].id', 'adults', '"adults" is used twice'],
  [
    'a team of nobody',
    'teams[4].practices',
    [],
    'must not be empty where there are no practices',
    'teams[4].areas',
  ],
  [
    'a practice that is none',
    'teams[4].practices[1]',
    'Yarm',
    'must be an ODS code such as A81001',
  ],
  [
    'practices of which nobody is asked',
    'questions',
    { practice: 'off' },
    'are of no use while questions.practice is off: nobody is asked for theirs',
    'teams[4].practices',
  ],
  ['an area that no team has', 'areas[12]', 'TS21', '"TS21" is in the areas of no team'],
  [
    'a team outside the area of the service',
    'teams[1].areas[2]',
    'YO1',
    '"YO1" is not in the areas of the service',
  ],
  [
    'ages that no team takes',
    'age',
    { from: 16 },
    'must be that of the teams that take people who refer themselves: from 18',
  ],
  [
    'ages of a team the wrong way round',
    'teams[3].age',
    { from: 17, to: 11 },
    'must not be less than age.from',
    'teams[3].age.to',
  ],
  [
    'a state that is none',
    'teams[0].capacity.state',
    'full',
    'Invalid option: expected one of "open"|"waiting-list"|"closed"',
  ],
  [
    'others who need not agree',
    'others.consent.items[0].required',
    false,
    'at least one permission must be required',
    'others.consent.items',
  ],
  [
    'a form for worries about safety',
    'others.safeguarding.links[0].href',
    'https://example.org/form',
    'must start with tel: or sms:, because nobody reads a form at once',
  ],
  [
    'a page to leave for that others could read',
    'safety',
    { exit: 'http://example.org' },
    'must start with https://',
    'safety.exit',
  ],
  [
    'a feed that would take away what staff have accepted',
    'directory.feeds',
    [{ id: 'suggested', name: 'x', url: 'https://feed.example', everyHours: 24 }],
    '"suggested" is kept for suggestions',
    'directory.feeds[0].id',
  ],
  ['a day that is none', 'closedDays[0]', '2026-02-30', 'must be a date such as 2026-12-25'],
];

describe('the settings file', () => {
  it('of the demonstration is right', async () => {
    assert.deepEqual(await changed({}), []);
  });

  for (const [name, path, value, reason, at = path] of cases)
    it(`names ${name} by its path and reason`, async () => {
      const found = await changed({ [`services[0].${path}`]: value });
      assert.deepEqual(found, [`services[0].${at}: ${reason}`]);
    });

  it('says at which address people reach the backend', async () => {
    for (const right of [
      'https://refer.example.org',
      'https://example.org/refer',
      'http://localhost:8080',
    ])
      assert.deepEqual(await changed({ publicUrl: right }), []);
    for (const wrong of [
      'http://refer.example.org',
      'https://refer.example.org/',
      'refer.example.org',
      'https://example.org?a=b',
    ])
      assert.deepEqual(await changed({ publicUrl: wrong }), [
        'publicUrl: must be an https address without a slash at its end (http only for localhost and 127.0.0.1)',
      ]);
  });

  it('names everybody who may refer and finds no words or no team', async () => {
    assert.deepEqual(await changed({ 'services[0].others': undefined }), [
      'services[0].audiences[1]: "someone-close" needs the words in "others"',
      'services[0].audiences[2]: "professional" needs the words in "others"',
    ]);
    const only = Object.fromEntries(
      [0, 1, 2, 4].map((index) => [`services[0].teams[${index}].kinds`, ['self', 'library']]),
    );
    const young = { 'services[0].teams[3].kinds': ['school'] };
    assert.deepEqual(await changed({ ...only, ...young }), [
      'services[0].audiences[1]: no team takes referrals of "someone-close"',
    ]);
    const circus = await changed({ 'services[0].teams[3].kinds[0]': 'circus' });
    assert.match(circus[0] ?? '', /^services\[0\]\.teams\[3\]\.kinds\[0\]: Invalid option/);
  });

  it('names a service given twice, and a deployment without any', async () => {
    assert.deepEqual(await changed({ 'services[1]': { ...service, partners: [] } }), [
      `services[1].id: "northside" ${twice}`,
    ]);
    assert.deepEqual(await changed({ services: [] }), [
      'services: Too small: expected array to have >=1 items',
    ]);
  });

  it('has all its wrong entries named, one to a line', async () => {
    const found = await changed({
      'services[0].areas[0]': 'nowhere',
      'services[0].partners[2].origins[0]': 'ftp://x',
      'services[0].hours': 9,
    });
    assert.equal(found.length, 3);
  });

  it('may replace words that pages have, and switch off what is not essential', async () => {
    const found = await changed({
      'services[0].wording': { 'start.title': 'Hello' },
      'services[0].questions': { matters: 'off', support: 'off', needs: 'off' },
      'services[0].needs': [],
      'services[0].partners[0].origins': ['https://www.example.org', 'http://localhost:3000'],
    });
    assert.deepEqual(found, []);
  });

  it('is named as a whole when it is no JSON', () => {
    assert.match(lines('{"services": [')[0] ?? '', /^not JSON: /);
    assert.match(lines('[]')[0] ?? '', /expected object/);
  });
});
