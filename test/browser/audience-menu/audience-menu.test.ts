import { expect } from '@open-wc/testing';
import { AudienceMenuHarness, everyDoor } from '../../harness/audience-menu.js';
import { backend } from '../../harness/backend.js';
import { consoleDuring } from '../../harness/console.js';
import { place } from '../../harness/place.js';
import { pause, until } from '../../harness/until.js';

const public_ = 'Member of the public';
const professional = 'Healthcare professional';
const group = 'Community or voluntary group';
const linkWorker = 'Social prescribing link worker';

const tag = (attributes: string, inside = ''): string =>
  `<kith-audience-menu without-history ${attributes}>${inside}</kith-audience-menu>`;

// Keeps these tests on the page.
window.addEventListener('click', (event) => {
  const { target } = event;
  if (target instanceof Element && target.closest('a, kith-audience-menu')) event.preventDefault();
});

describe('a visitor who uses the audience menu', () => {
  it('finds an entry for each audience, which is a link to the service’s own page', async () => {
    const menu = await AudienceMenuHarness.place();
    expect(menu.title).to.equal('2 I am a…');
    expect(menu.doors).to.deep.equal([
      `${public_} Refer yourself to a link worker`,
      `${professional} Refer someone you work with`,
      `${group} Refer someone, tell us about an activity, or find one`,
      `${linkWorker} Go to where you work`,
    ]);
    expect(menu.address(public_)).to.equal(`${backend}/refer?partner=northside-library&for=self`);
    expect(menu.address(professional)).to.equal(
      `${backend}/refer?partner=northside-library&for=professional`,
    );
    expect(menu.address(linkWorker)).to.equal('https://work.example.org/');
    await expect(menu.element).to.be.accessible();
  });

  for (const [door, audience] of [
    [public_, 'self'],
    [professional, 'professional'],
  ] as const)
    it(`gets the form in a dialog when they press “${door}”`, async () => {
      const menu = await AudienceMenuHarness.place();
      expect(menu.press(door)).to.equal(false);
      await until('the form', () => menu.form);
      expect(menu.formIsFor).to.equal(audience);
    });

  it('gets another form from another entry, and the same form from the same entry', async () => {
    const menu = await AudienceMenuHarness.place();
    menu.press(public_);
    const first = await until('the form', () => menu.form);
    menu.press(public_);
    await pause(50);
    expect(menu.form).to.equal(first);
    menu.press(professional);
    await until('another form', () => menu.form !== first && menu.form);
    expect(menu.formIsFor).to.equal('professional');
  });

  it('chooses what to do for a group, goes back, and chooses again', async () => {
    const menu = await AudienceMenuHarness.place();
    menu.press(group);
    await until('the choice', () => menu.title === '2 What would you like to do?');
    expect(menu.focused).to.equal('What would you like to do?');
    expect(menu.doors).to.deep.equal([
      'Refer someone We get in touch with them',
      'Suggest an activity Tell us about something that people could join',
      'Find activities See what is on, and tell people about it',
    ]);
    expect(menu.address('Refer')).to.match(/\/refer\?partner=northside-library&for=professional$/);
    expect(menu.address('Suggest')).to.equal(`${backend}/suggest?partner=northside-library`);
    expect(menu.address('Find')).to.equal(`${backend}/activities?partner=northside-library`);
    await expect(menu.element).to.be.accessible();
    menu.goBack();
    await until('all entries', () => menu.doors.length === 4);
    expect(menu.focused).to.match(/^Community or voluntary group/);
    menu.press(group);
    await until('the choice', () => menu.doors.length === 3);
    menu.press('Refer someone');
    await until('the form', () => menu.form);
    expect(menu.formIsFor).to.equal('professional');
  });

  for (const keys of [{ ctrlKey: true }, { shiftKey: true }, { button: 1 }])
    it(`opens an entry in another tab or window with ${Object.keys(keys).join()}`, async () => {
      const menu = await AudienceMenuHarness.place();
      let isOurs: boolean | undefined;
      menu.element.addEventListener('click', (event) => (isOurs = event.defaultPrevented));
      menu.press(professional, keys);
      await pause(20);
      expect(isOurs).to.equal(false);
      expect(menu.form ?? null).to.equal(null);
    });

  it('sees the whole menu on a narrow phone', async () => {
    const menu = await AudienceMenuHarness.place(
      `<div style="inline-size: 280px">${tag('')}</div>`,
    );
    expect(menu.inside('.root').scrollWidth).to.be.at.most(280);
    for (const door of [public_, professional, group, linkWorker])
      expect(menu.door(door).getBoundingClientRect().height).to.be.at.least(44);
  });
});

describe('the audience menu of a service', () => {
  it('has no entry for link workers when the service has no page for them', async () => {
    const { audiences, suggestions } = everyDoor;
    const menu = await AudienceMenuHarness.place(tag(''), { audiences, suggestions });
    expect(menu.doors).to.have.length(3);
    expect(menu.doors.join()).not.to.include(linkWorker);
  });

  it('has no entry for audiences and suggestions that the service does not take', async () => {
    const menu = await AudienceMenuHarness.place(tag(''), {
      audiences: ['self'],
      suggestions: false,
    });
    expect(menu.doors.map((door) => door.slice(0, 9))).to.deep.equal(['Member of', 'Community']);
    menu.press(group);
    await until('the choice', () => menu.doors.length === 1);
    expect(menu.doors[0]).to.match(/^Find activities/);
  });

  it('has an entry for the public and those of the partner when the service cannot be reached', async () => {
    const menu = await AudienceMenuHarness.place(
      tag(
        'endpoint="http://127.0.0.1:1"',
        '<a slot="professional" href="#refer">I work in healthcare</a>',
      ),
      'asked',
    );
    expect(menu.doors).to.deep.equal([
      `${public_} Refer yourself to a link worker`,
      'I work in healthcare',
    ]);
  });
});

describe('a partner with an audience menu', () => {
  it('chooses the entries and their order', async () => {
    const menu = await AudienceMenuHarness.place(tag('doors="link-worker, someone-close public"'));
    expect(menu.doors.map((door) => door.slice(0, 8))).to.deep.equal([
      'Social p',
      'Relative',
      'Member o',
    ]);
    menu.press('Relative');
    await until('the form', () => menu.form);
    expect(menu.formIsFor).to.equal('someone-close');
  });

  it('is told in the console about an unknown entry', async () => {
    const heard = await consoleDuring(async (words) => {
      const menu = await AudienceMenuHarness.place(tag('doors="public doctor"'));
      expect(menu.doors).to.have.length(1);
      await until('a message', () => words.length > 0);
    });
    expect(heard).to.deep.equal([
      'Kith: <kith-audience-menu>: doors="public doctor" cannot be used; expected some of public, someone-close, professional, group, link-worker. See docs/embedding.md#settings',
    ]);
  });

  it('can write links of their own, which work without script and open the form with it', async () => {
    const menu = await AudienceMenuHarness.place(
      tag(
        'heading-level="3"',
        `<span slot="title">Who are you?</span>
         <p slot="public"><a href="#own">I live here</a> or call <a href="tel:01632960123">us</a></p>
         <a slot="group" href="#group">We are a group</a>`,
      ),
    );
    expect(menu.title).to.equal('3 Who are you?');
    expect(menu.doors[0]).to.equal('I live here or call us');
    const [own, phone] = menu.element.querySelectorAll('a');
    const press = (link: HTMLElement | undefined): boolean | undefined =>
      link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    let isOurs: boolean | undefined;
    menu.element.addEventListener('click', (event) => (isOurs = event.defaultPrevented));
    press(phone);
    expect(isOurs).to.equal(false);
    menu.press('We are a group');
    await until('the choice', () => menu.doors.length === 3);
    menu.goBack();
    await until('all entries', () => menu.doors.length === 4);
    expect(menu.focused).to.equal('We are a group');
    await expect(menu.element).to.be.accessible();
    press(own);
    await until('the form', () => menu.form);
  });

  it('can have links followed instead of the form opened', async () => {
    const menu = await AudienceMenuHarness.place(tag('mode="page"'));
    let isOurs: boolean | undefined;
    menu.element.addEventListener('click', (event) => (isOurs = event.defaultPrevented));
    menu.press(public_);
    expect(isOurs).to.equal(false);
  });

  it('can have the form opened under the entries', async () => {
    const menu = await AudienceMenuHarness.place(tag('mode="inline"'));
    menu.press(public_);
    await until('the form', () => menu.form);
    expect(menu.form?.getRootNode()).to.equal(menu.element.shadowRoot);
  });

  it('can use the elements of their own page instead', async () => {
    const main = place('<kith-referral-form id="refer"></kith-referral-form>');
    const menu = await AudienceMenuHarness.place(
      tag('form="#refer" finder="activities.html" suggest="#suggest"'),
    );
    expect(new URL(menu.address(professional)).hash).to.equal('#refer');
    let isOurs: boolean | undefined;
    menu.element.addEventListener('click', (event) => (isOurs = event.defaultPrevented));
    menu.press(professional);
    expect(isOurs).to.equal(false);
    expect(main.querySelector('#refer')?.getAttribute('for')).to.equal('professional');
    expect(menu.form ?? null).to.equal(null);
    menu.press(group);
    await until('the choice', () => menu.doors.length === 3);
    expect(menu.address('Find')).to.match(/\/activities\.html$/);
    expect(menu.address('Suggest')).to.match(/#suggest$/);
  });

  it('has the content of the tag shown until the entries are loaded', async () => {
    const main = place(tag('', '<p><a href="#refer">Refer yourself</a></p>'));
    const line = main.querySelector('p');
    await main.querySelector('kith-audience-menu')?.updateComplete;
    expect(line?.checkVisibility()).to.equal(true);
    await until('the entries', () => line?.checkVisibility() === false);
  });

  it('can have two on a page, and create one by script', async () => {
    const first = await AudienceMenuHarness.place();
    const made = document.createElement('kith-audience-menu');
    made.service = everyDoor;
    made.doors = 'professional';
    first.element.parentElement?.append(made);
    const second = new AudienceMenuHarness(made);
    await until('the entries', () => second.doors.length === 1);
    second.press(professional);
    await until('the form', () => second.form);
    expect(first.form ?? null).to.equal(null);
  });

  it('can have a page that is written from right to left', async () => {
    const menu = await AudienceMenuHarness.place(`<div dir="rtl" lang="ar">${tag('')}</div>`);
    expect(getComputedStyle(menu.inside('.root')).direction).to.equal('ltr');
    await expect(menu.element).to.be.accessible();
  });
});
