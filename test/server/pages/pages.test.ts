import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demonstration, openBackend } from '../harness.js';

describe('the service’s own page', () => {
  it('contains the form of the partner, and other ways to get in touch without JavaScript', async () => {
    const service = await demonstration();
    const backend = await openBackend({ deployment: { services: [service] } });
    const response = await backend.ask('/refer?partner=open-door');
    assert.equal(response.status, 200);
    const page = await response.text();
    assert.match(page, /<html lang="en-GB">/);
    assert.match(page, /<title>Refer yourself to Northside Link<\/title>/);
    assert.match(page, /<kith-referral-form partner="open-door" for="self">/);
    assert.match(page, /src="\/embed\/v1\/kith\.js"\s+data-partner="open-door"/);
    // The content of the element is what people see until the element works.
    assert.match(page, /<noscript><p>The form on this page needs JavaScript\.<\/p><\/noscript>/);
    assert.match(page, /href="tel:\+441632960123">01632 960 123<\/a>/);
    assert.match(page, /Monday to Friday, 9am to 5pm/);
    assert.match(page, /href="tel:999"/);
    assert.match(page, /href="tel:116123"/);
    await backend.close();
  });

  it('may load only its own scripts, styles and responses', async () => {
    const backend = await openBackend();
    const response = await backend.ask('/refer?partner=open-door');
    assert.equal(
      response.headers.get('content-security-policy'),
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; script-src 'self'; connect-src 'self'; trusted-types lit-html",
    );
    const style = await backend.ask('/assets/pages.css');
    assert.equal(style.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.match(await style.text(), /kith-referral-form \{[^}]*min-height/);
    await backend.close();
  });

  it('needs no partner in the address when there is one service', async () => {
    const backend = await openBackend({ deployment: { services: [await demonstration()] } });
    for (const path of ['/refer', '/refer?partner='])
      assert.match(
        await (await backend.ask(path)).text(),
        /<kith-referral-form partner="northside" for="self">/,
      );
    await backend.close();
  });

  it('exists for suggestions of activities and for the status of referrals, too', async () => {
    const backend = await openBackend();
    for (const [path, element] of [
      ['/suggest', 'kith-suggest-activity'],
      ['/status', 'kith-referral-status'],
      ['/activities', 'kith-activity-finder'],
    ] as const) {
      const page = await (await backend.ask(`${path}?partner=open-door`)).text();
      assert.match(page, new RegExp(`<${element} partner="open-door"`));
      assert.match(page, /on this page needs JavaScript\./);
      assert.match(page, /href="tel:\+441632960123">01632 960 123<\/a>/);
      assert.equal((await backend.ask(`${path}?partner=nobody`)).status, 404);
    }
    await backend.close();
  });

  it('explains what to do after a link with an unknown partner, without repeating its name', async () => {
    const backend = await openBackend();
    const response = await backend.ask('/refer?partner=%3Cscript%3Ealert(1)%3C/script%3E');
    assert.equal(response.status, 404);
    const page = await response.text();
    assert.match(page, /This link does not work/);
    assert.match(page, /href="\/refer"/);
    assert.doesNotMatch(page, /<script|alert/);
    await backend.close();
  });

  it('escapes every text of the settings', async () => {
    const service = await demonstration();
    const evil = `<img src=x onerror="alert('1')">&amp;`;
    const backend = await openBackend({
      deployment: {
        services: [
          {
            ...service,
            name: evil,
            hours: evil,
            area: evil,
            phone: { label: evil, href: 'tel:"onclick="' },
            urgentHelp: [
              { id: 'a', heading: evil, text: evil, links: [{ label: evil, href: 'tel:"><b>' }] },
            ],
          },
        ],
      },
    });
    for (const path of ['/', '/refer']) {
      const page = await (await backend.ask(path)).text();
      assert.doesNotMatch(page, /<img|<b>|"onclick/);
      assert.match(page, /&lt;img src=x/);
    }
    await backend.close();
  });
});
