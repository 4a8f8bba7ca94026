import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { printReferral } from '../../../server/commands/print-referral.js';
import type { AnyReferral } from '../../../server/referrals/referral-store.js';

const referral: AnyReferral = {
  reference: 'BCDF2347',
  receivedAt: '2026-11-22T10:30:00.000Z',
  contactBy: '2026-11-27',
  partner: 'open-door',
  for: 'professional',
  source: 'library',
  team: { id: 'adults', name: 'Adults’ team' },
  status: 'accepted',
  history: [
    { status: 'opened', at: '2026-11-23T09:00:00.000Z', by: 'Lin' },
    { status: 'accepted', at: '2026-11-24T09:00:00.000Z', by: 'Lin', note: 'one\ntwo' },
  ],
  language: 'en-GB',
  answers: {
    needs: { choices: ['lonely', 'money'] },
    matters: { text: 'one\ntwo' },
    details: {},
  },
  consents: [
    {
      id: 'share',
      given: true,
      version: '2026-11',
      text: 'You may share it\nWe need this',
      textSha256: 'ab12',
      at: '2026-11-22T10:30:00.000Z',
    },
    {
      id: 'gp',
      given: false,
      version: '2026-11',
      text: 'You may tell my GP',
      textSha256: 'cd34',
      at: '2026-11-22T10:30:00.000Z',
      reason: 'safeguarding',
    },
  ],
};

describe('printReferral', () => {
  it('prints first what must be known before anybody contacts the person', () => {
    const needs = [
      { id: 'safety', label: 'Feeling safe at home', urgent: true },
      { id: 'money', label: 'Money, benefits or debt' },
    ];
    const answers = {
      needs: { choices: ['money', 'safety', 'gone'] },
      details: { leaveMessage: 'no', emailSafe: 'discreet', letterSafe: 'yes' },
    };
    const printed = printReferral({ ...referral, answers }, needs).split('\n');
    assert.deepEqual(printed.slice(0, 5), [
      'BCDF2347',
      '  CAREFUL         Asks for help with: Feeling safe at home',
      '  CAREFUL         Leave no message and send no text: only speak to the person.',
      '  CAREFUL         Do not write in an email what it is about.',
      '  received        2026-11-22T10:30:00.000Z',
    ]);
    assert.ok(
      printed.includes('    choices       Money, benefits or debt, Feeling safe at home, gone'),
    );
  });

  it('prints every answer, every permission and the time of receipt', () => {
    assert.equal(
      printReferral(referral),
      [
        'BCDF2347',
        '  received        2026-11-22T10:30:00.000Z',
        '  contact by      2026-11-27',
        '  partner         open-door',
        '  for             professional',
        '  source          library',
        '  team            Adults’ team (adults)',
        '  status          accepted',
        '    opened        2026-11-23T09:00:00.000Z, Lin',
        '    accepted      2026-11-24T09:00:00.000Z, Lin',
        '                  one',
        '                  two',
        '  language        en-GB',
        '  needs',
        '    choices       lonely, money',
        '  matters',
        '    text          one',
        '                  two',
        '  details',
        '  permissions',
        '    share         given, wording 2026-11, 2026-11-22T10:30:00.000Z',
        '                  You may share it',
        '                  We need this',
        '                  SHA-256 ab12',
        '    gp            not given (safeguarding), wording 2026-11, 2026-11-22T10:30:00.000Z',
        '                  You may tell my GP',
        '                  SHA-256 cd34',
      ].join('\n'),
    );
  });

  it('replaces characters that could control the terminal', () => {
    const text = '\u001b]0;owned\u0007\u001b[2Jhello\u009b31m\u202eolleh\r';
    const printed = printReferral({
      ...referral,
      answers: { matters: { text }, ['\u001b[1m']: 'x' },
    });
    assert.doesNotMatch(printed, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    assert.match(printed, /hello/);
  });
});
