import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { describeSettingIssue, parseDeployment } from '../../../server/settings/deployment.js';
import { isWordingKey } from '../../../server/http/responses/explain-issue.js';
import { demonstration } from '../harness.js';

const file = new URL('../../../demo/settings.json', import.meta.url);

/** The issues of the demonstration's settings after setting the value at each path. */
async function issuesAfter(changes: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const whole: unknown = JSON.parse(await readFile(file, 'utf8'));
  // Rules about translations are tested in translations.test.ts.
  if (Object.keys(changes).length > 0) setAt(whole, 'services[0].translations', undefined);
  for (const [path, value] of Object.entries(changes)) setAt(whole, path, value);
  return issueLines(JSON.stringify(whole));
}

/** Sets the value at a path such as `services[0].areas[1]`; `undefined` removes the value. */
function setAt(whole: unknown, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let place = Object(whole);
  for (const key of keys) place = Object(Reflect.get(place, key));
  Reflect.set(place, last, value);
}

const service = await demonstration();

function issueLines(text: string): readonly string[] {
  const parsed = parseDeployment(text, isWordingKey);
  return parsed.ok ? [] : parsed.failure.map(describeSettingIssue);
}

const noOrigin =
  'must be an exact origin such as https://www.example.org (http only for localhost and 127.0.0.1)';
const usedTwice = 'is used twice; ids of services and partners must be unique';

const leeds = { id: 'leeds', name: 'Leeds', url: 'https://leeds.example', everyHours: 24 };

// Name of the case, path, value, expected reason, and the path of the issue if it is another one.
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
    'must stay required: the service cannot help anybody without the answer',
  ],
  [
    'an essential question made optional',
    'questions.permission',
    'optional',
    'must stay required: the service cannot help anybody without the answer',
  ],
  [
    'an unknown mode of a question',
    'questions.matters',
    'maybe',
    'Invalid option: expected one of "required"|"optional"|"off"',
  ],
  [
    'an unknown key of the wording',
    'wording',
    { 'start.titel': 'Hello' },
    'the catalogue has no such key',
    'wording["start.titel"]',
  ],
  ['a duplicate need', 'needs[3].id', 'lonely', '"lonely" is used twice'],
  ['a duplicate partner', 'partners[2].id', 'open-door', `"open-door" ${usedTwice}`],
  [
    'a partner with the id of the service',
    'partners[0].id',
    'northside',
    `"northside" ${usedTwice}`,
  ],
  [
    'consent without a required permission',
    'consent.items[0].required',
    false,
    'at least one permission must be required',
    'consent.items',
  ],
  ['an empty list of needs', 'needs', [], 'must not be empty while the question is asked'],
  [
    'an age range in the wrong order',
    'age',
    { from: 18, to: 17 },
    'must not be less than age.from',
    'age.to',
  ],
  [
    'an invalid link',
    'elsewhere[0].href',
    'javascript:alert(1)',
    'must start with tel:, sms:, mailto: or https://',
  ],
  ['an invalid phone number', 'phone.href', 'https://example.org', 'must start with tel:'],
  [
    'an unknown time zone',
    'timeZone',
    'Europe/Stockton',
    'must be a time zone such as Europe/London',
  ],
  [
    'a duplicate feed',
    'directory.feeds',
    [leeds, { ...leeds, url: 'https://york.example' }],
    '"leeds" is used twice',
    'directory.feeds[1].id',
  ],
  [
    'a feed with the id of the sample data',
    'directory.feeds',
    [{ ...leeds, id: 'made-up' }],
    '"made-up" is reserved for sample data',
    'directory.feeds[0].id',
  ],
  [
    'a feed with an invalid address',
    'directory.feeds',
    [{ ...leeds, url: 'https://[' }],
    'must be an http(s) address',
    'directory.feeds[0].url',
  ],
  [
    'a duplicate category',
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
  ['a duplicate team', 'teams[1].id', 'adults', '"adults" is used twice'],
  [
    'a team without areas and practices',
    'teams[4].practices',
    [],
    'must not be empty where there are no practices',
    'teams[4].areas',
  ],
  [
    'an invalid practice code',
    'teams[4].practices[1]',
    'Yarm',
    'must be an ODS code such as A81001',
  ],
  [
    'practices while the question about the practice is off',
    'questions',
    { practice: 'off' },
    'have no effect while questions.practice is off, because the form does not ask for the practice',
    'teams[4].practices',
  ],
  ['an area without a team', 'areas[12]', 'TS21', '"TS21" is in the areas of no team'],
  [
    'a team outside the area of the service',
    'teams[1].areas[2]',
    'YO1',
    '"YO1" is not in the areas of the service',
  ],
  [
    'ages that no team accepts',
    'age',
    { from: 16 },
    'must be the ages of the teams that accept self-referrals: from 18',
  ],
  [
    'an age range of a team in the wrong order',
    'teams[3].age',
    { from: 17, to: 11 },
    'must not be less than age.from',
    'teams[3].age.to',
  ],
  [
    'an unknown state of a team’s capacity',
    'teams[0].capacity.state',
    'full',
    'Invalid option: expected one of "open"|"waiting-list"|"closed"',
  ],
  [
    'consent for others without a required permission',
    'others.consent.items[0].required',
    false,
    'at least one permission must be required',
    'others.consent.items',
  ],
  [
    'a safeguarding link that is not a phone number',
    'others.safeguarding.links[0].href',
    'https://example.org/form',
    'must start with tel: or sms:, because a safety concern needs an immediate answer',
  ],
  [
    'an exit page without https',
    'safety',
    { exit: 'http://example.org' },
    'must start with https://',
    'safety.exit',
  ],
  [
    'a feed with the id of accepted suggestions',
    'directory.feeds',
    [{ id: 'suggested', name: 'x', url: 'https://feed.example', everyHours: 24 }],
    '"suggested" is reserved for accepted suggestions',
    'directory.feeds[0].id',
  ],
  [
    'a date that does not exist',
    'closedDays[0]',
    '2026-02-30',
    'must be a date such as 2026-12-25',
  ],
];

describe('the settings file', () => {
  it('of the demonstration is valid', async () => {
    assert.deepEqual(await issuesAfter({}), []);
  });

  for (const [name, path, value, reason, at = path] of cases)
    it(`with ${name} is rejected with path and reason`, async () => {
      const found = await issuesAfter({ [`services[0].${path}`]: value });
      assert.deepEqual(found, [`services[0].${at}: ${reason}`]);
    });

  it('accepts a public address of the backend only if it is an https address without a trailing slash', async () => {
    for (const right of [
      'https://refer.example.org',
      'https://example.org/refer',
      'http://localhost:8080',
    ])
      assert.deepEqual(await issuesAfter({ publicUrl: right }), []);
    for (const wrong of [
      'http://refer.example.org',
      'https://refer.example.org/',
      'refer.example.org',
      'https://example.org?a=b',
    ])
      assert.deepEqual(await issuesAfter({ publicUrl: wrong }), [
        'publicUrl: must be an https address without a slash at its end (http only for localhost and 127.0.0.1)',
      ]);
  });

  it('is rejected if an audience has no texts or no team', async () => {
    assert.deepEqual(await issuesAfter({ 'services[0].others': undefined }), [
      'services[0].audiences[1]: "someone-close" needs the texts in "others"',
      'services[0].audiences[2]: "professional" needs the texts in "others"',
    ]);
    const only = Object.fromEntries(
      [0, 1, 2, 4].map((index) => [`services[0].teams[${index}].kinds`, ['self', 'library']]),
    );
    const young = { 'services[0].teams[3].kinds': ['school'] };
    assert.deepEqual(await issuesAfter({ ...only, ...young }), [
      'services[0].audiences[1]: no team accepts referrals from "someone-close"',
    ]);
    const circus = await issuesAfter({ 'services[0].teams[3].kinds[0]': 'circus' });
    assert.match(circus[0] ?? '', /^services\[0\]\.teams\[3\]\.kinds\[0\]: Invalid option/);
  });

  it('is rejected with a duplicate service or without any service', async () => {
    assert.deepEqual(await issuesAfter({ 'services[1]': { ...service, partners: [] } }), [
      `services[1].id: "northside" ${usedTwice}`,
    ]);
    assert.deepEqual(await issuesAfter({ services: [] }), [
      'services: Too small: expected array to have >=1 items',
    ]);
  });

  it('is rejected with one line for each invalid entry', async () => {
    const found = await issuesAfter({
      'services[0].areas[0]': 'nowhere',
      'services[0].partners[2].origins[0]': 'ftp://x',
      'services[0].hours': 9,
    });
    assert.equal(found.length, 3);
  });

  it('may replace messages and switch off questions that are not essential', async () => {
    const found = await issuesAfter({
      'services[0].wording': { 'start.title': 'Hello' },
      'services[0].questions': { matters: 'off', support: 'off', needs: 'off' },
      'services[0].needs': [],
      'services[0].partners[0].origins': ['https://www.example.org', 'http://localhost:3000'],
    });
    assert.deepEqual(found, []);
  });

  it('is rejected as a whole if it is not JSON or not an object', () => {
    assert.match(issueLines('{"services": [')[0] ?? '', /^not JSON: /);
    assert.match(issueLines('[]')[0] ?? '', /expected object/);
  });
});
