import { expect, fixtureSync, html } from '@open-wc/testing';
import { type Scenario, down, offContract, offline, slow } from '../../../../server/scenarios.js';
import type { ActivitySummary } from '../../../../src/directory/contract/activity.js';
import {
  ActivityListHarness,
  directoryIn,
  someActivities,
} from '../../../harness/activity-list.js';
import { consoleDuring } from '../../../harness/console.js';
import { pause, until } from '../../../harness/until.js';

/** A network that works until it is told otherwise, and knows what was asked. */
class Line {
  scenario: Scenario = (fetch) => fetch;
  readonly asked: string[] = [];
  readonly directory = directoryIn((fetch) => (input, init) => {
    this.asked.push(new Request(input).url);
    return this.scenario(fetch)(input, init);
  });
}

/** Fails what asks for a path, and lets everything else through. */
const failing =
  (path: string, how: Scenario): Scenario =>
  (fetch) =>
  (input, init) =>
    new Request(input).url.includes(path) ? how(fetch)(input, init) : fetch(input, init);

let activities: readonly ActivitySummary[] = [];
before(async () => {
  activities = await someActivities();
});

const idsOf = (...at: readonly number[]): string =>
  at.map((index) => activities[index]?.id ?? '').join();
const namesOf = (...at: readonly number[]): readonly string[] =>
  at.map((index) => activities[index]?.name ?? '');
const nameOf = (at: number): string => namesOf(at)[0] ?? '';

describe('a list of ids that a connector chose', () => {
  it('stands in the connector’s order', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(4, 0, 2) });
    expect(list.names).to.deep.equal(namesOf(4, 0, 2));
    expect(list.isFallbackShown).to.equal(false);
  });

  it('leaves out what is gone without a word', async () => {
    const list = await ActivityListHarness.open({ ids: `${idsOf(1)},gone-1,${idsOf(3)}` });
    expect(list.names).to.deep.equal(namesOf(1, 3));
    expect([list.notice, list.empty, list.status]).to.deep.equal(['', '', '']);
  });

  it('says so where nothing of it is left, and whom to call', async () => {
    const list = ActivityListHarness.place({ ids: 'gone-1, gone-2', finder: '/whats-on' });
    await until('a notice', () => list.empty);
    expect(list.empty).to.equal(
      'There is nothing in this list at the moment. Call us on 01632 960 123 and tell us what you would like to do. Monday to Friday, 9am to 5pm.',
    );
    expect(list.link('01632 960 123').href).to.equal('tel:+441632960123');
    expect(list.link('Find more activities').pathname).to.equal('/whats-on');
    await expect(list.element).to.be.accessible();
  });

  it('shows all of them, or so many at once as the page says', async () => {
    const ids = idsOf(0, 1, 2, 3, 4, 5, 6, 7);
    expect((await ActivityListHarness.open({ ids })).names).to.have.length(8);
    const list = await ActivityListHarness.open({ ids, limit: '3' });
    expect(list.names).to.deep.equal(namesOf(0, 1, 2));
    list.press('Show more');
    await until('six', () => list.names.length === 6);
    await until('the focus on the first that is new', () => list.focused === nameOf(3));
    list.press('Show more');
    await until('eight', () => list.names.length === 8);
    expect(list.buttons).not.to.include('Show more');
  });

  it('follows the page when that names others', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(0) });
    await list.open(nameOf(0));
    list.element.ids = idsOf(1, 2);
    await list.shown();
    expect(list.names).to.deep.equal(namesOf(1, 2));
  });
});

describe('a list of what a search finds', () => {
  it('takes what a finder has in its address, and is cut where the page says', async () => {
    const found = await someActivities('category=gardening&place=TS18&limit=3');
    const list = await ActivityListHarness.open({
      query: '?find-category=gardening&find-place=TS18',
      limit: '3',
    });
    expect(list.names).to.deep.equal(found.map(({ name }) => name));
    list.press('Show more');
    await until('the next page', () => list.names.length === 6);
    expect(new Set(list.names).size).to.be.greaterThan(3);
  });

  it('says what, when, where, for how much and how fresh, but not how far from somewhere it is', async () => {
    const [near] = await someActivities('place=TS18&distance=10&free=yes&limit=1');
    expect(near?.venue?.distance).to.be.a('number');
    const list = await ActivityListHarness.open({
      query: 'place=TS18&distance=10&free=yes',
      limit: '1',
    });
    const text = list.card(list.names[0] ?? '');
    for (const part of [near?.name, near?.summary, near?.venue?.name, 'Next:', 'Free'])
      expect(text).to.include(part ?? 'missing');
    expect(text).to.match(/Checked|Nobody has checked/);
    expect(text).not.to.match(/mile/);
    expect(list.buttons).not.to.include('Save');
  });

  it('leads to the page’s finder with all of it', async () => {
    const list = await ActivityListHarness.open({
      query: 'category=gardening&place=TS18',
      limit: '2',
      finder: '/whats-on?lang=en',
      'url-key': 'look',
    });
    const [all = ''] = /See all [\d,]+ activities/.exec(list.text) ?? [];
    expect(list.link(all).pathname).to.equal('/whats-on');
    expect(list.link(all).search).to.equal('?lang=en&look-place=TS18&look-category=gardening');
    expect(list.buttons).not.to.include('Show more');
    await list.open(list.names[0] ?? '');
    expect(list.link('Send by email').href).to.include(
      encodeURIComponent(`/whats-on?lang=en&look-activity=`),
    );
  });
});

describe('the headings of a list', () => {
  it('stand one below another, from the level that the page gives', async () => {
    for (const [level, own] of [
      ['2', 2],
      ['4', 4],
    ] as const) {
      const list = await ActivityListHarness.open({
        ids: idsOf(0),
        heading: 'Things to do on Tuesdays',
        'heading-level': level,
      });
      expect(list.listName).to.equal('Things to do on Tuesdays');
      expect(list.headings.slice(0, 2)).to.deep.equal([
        `${String(own)} Things to do on Tuesdays`,
        `${String(own + 1)} ${nameOf(0)}`,
      ]);
      await list.open(nameOf(0));
      expect(list.headings.slice(0, 3)).to.deep.equal([
        `${String(own)} Things to do on Tuesdays`,
        `${String(own + 1)} ${nameOf(0)}`,
        `${String(own + 2)} Want somebody to go with this?`,
      ]);
    }
  });

  it('are the page’s own where it gives none; then the list has a name of its own', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(0) });
    expect(list.headings[0]).to.equal(`3 ${nameOf(0)}`);
    expect(list.listName).to.equal('Activities');
  });

  it('may be followed by what the page writes', async () => {
    const list = await ActivityListHarness.open(
      { ids: idsOf(0), heading: 'For you' },
      undefined,
      '<p slot="intro">Jo chose these.</p>',
    );
    expect(list.isFallbackShown).to.equal(true);
  });
});

describe('a person who opens an activity of a list', () => {
  it('reads about it in place, and comes back to where they were', async () => {
    const heard: Event[] = [];
    const address = location.href;
    const entries = history.length;
    const list = await ActivityListHarness.open({ ids: idsOf(0, 1, 2) });
    list.element.addEventListener('kith-activity-opened', (event) => heard.push(event));
    list.press(nameOf(1));
    await until('the focus on the title', () => list.focused === nameOf(1));
    await list.opened();
    expect(list.names).to.deep.equal([]);
    expect(list.focused).to.equal(nameOf(1));
    expect(heard.map((event) => Reflect.get(event, 'activity'))).to.deep.equal([idsOf(1)]);
    await expect(list.element).to.be.accessible();
    list.press('Back to the list');
    await until('the focus on the card', () => list.names.length > 0 && list.focused === nameOf(1));
    expect([location.href, history.length]).to.deep.equal([address, entries]);
  });

  it('asks a link worker about it', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(0) });
    await list.open(nameOf(0));
    list.press('Ask a link worker about this');
    await list.form();
    await until('the activity', () =>
      list.formText.includes(`You would like to talk about: ${nameOf(0)}`),
    );
  });

  it('is told when it could not be loaded, can try again, and hears both', async () => {
    const line = new Line();
    const list = await ActivityListHarness.open({ ids: idsOf(0) }, line.directory);
    line.scenario = offline;
    list.press(nameOf(0));
    await until('a notice with the focus', () => list.focused.startsWith('We could not reach'));
    expect(list.notice).to.include('01632 960 123');
    expect(list.notice).not.to.include('searched');
    await expect(list.element).to.be.accessible();
    line.scenario = (fetch) => fetch;
    list.press('Try again');
    await list.opened();
    expect(list.focused).to.equal(nameOf(0));
  });

  it('reports a mistake, and again with the same words when the line breaks', async () => {
    const line = new Line();
    const list = await ActivityListHarness.open({ ids: idsOf(0) }, line.directory);
    await list.open(nameOf(0));
    list.press('Tell us this is wrong');
    await list.element.updateComplete;
    list.press('Send');
    await until('what is missing', () => list.text.includes('Select what is wrong'));
    list.fill('The place');
    list.fill('What should it say?', 'It is in the hall');
    line.scenario = offline;
    list.press('Send');
    await until('a notice', () => list.notice);
    expect(list.valueOf('report-text')).to.equal('It is in the hall');
    line.scenario = (fetch) => fetch;
    list.press('Try again');
    await until('thanks', () => list.text.includes('Thank you. We will look at it.'));
    expect(line.asked.filter((one) => one.includes('activity-reports'))).to.have.length(2);
  });
});

describe('a list that is on its way', () => {
  it('keeps its room, shows places only after a while, and leaves what stands inside', async () => {
    const line = new Line();
    line.scenario = slow;
    const list = ActivityListHarness.place({ ids: idsOf(0, 1, 2) }, line.directory);
    await until('places', () => list.kept.places > 0);
    expect(list.kept).to.deep.equal({ places: 3, seen: 0 });
    expect(list.isFallbackShown).to.equal(true);
    const waiting = list.element.getBoundingClientRect().height;
    await pause(400);
    expect(list.kept).to.deep.equal({ places: 3, seen: 3 });
    expect(list.element.getBoundingClientRect().height).to.equal(waiting);
    expect(list.status).to.equal('');
    await expect(list.element).to.be.accessible();
    await list.shown();
    const there = list.element.getBoundingClientRect().height;
    expect(Math.abs(there - waiting)).to.be.below(waiting / 4);
  });

  it('may be moved to another place of the page, and is asked for once more at most', async () => {
    const line = new Line();
    const list = ActivityListHarness.place({ ids: idsOf(0, 1) }, line.directory);
    const place = fixtureSync<HTMLElement>(html`<section></section>`);
    place.append(list.element);
    await list.shown();
    const asked = line.asked.length;
    fixtureSync<HTMLElement>(html`<section></section>`).append(list.element);
    await list.element.updateComplete;
    await pause(50);
    expect(list.names).to.deep.equal(namesOf(0, 1));
    expect(line.asked.length).to.equal(asked);
  });
});

describe('a list that does not come', () => {
  const troubles: readonly (readonly [string, Scenario, string])[] = [
    ['there is no network', offline, 'Check that you are connected to the internet.'],
    ['the backend is down', down, 'The service is not working at the moment.'],
    ['the answer is nonsense', offContract, 'We got an answer that we do not understand.'],
  ];
  for (const [what, scenario, words] of troubles)
    it(`says so when ${what}, and leaves what stands inside`, async () => {
      const line = new Line();
      line.scenario = scenario;
      const list = ActivityListHarness.place({ ids: idsOf(0), heading: 'For you' }, line.directory);
      await until('a notice', () => list.notice);
      expect(list.notice).to.include('We could not reach the service');
      expect(list.notice).to.include(words);
      expect(list.isFallbackShown).to.equal(true);
      expect(list.headings[0]).to.equal('2 For you');
      await expect(list.element).to.be.accessible();
      line.scenario = (fetch) => fetch;
      list.press('Try again');
      await list.shown();
      expect(list.isFallbackShown).to.equal(false);
      await until('the focus in the list', () => list.focused === nameOf(0));
    });

  it('gives the service’s phone number where that is known', async () => {
    const line = new Line();
    line.scenario = failing('/activities', down);
    const list = ActivityListHarness.place({ ids: idsOf(0) }, line.directory);
    await until('a notice', () => list.notice);
    expect(list.notice).to.include(
      'You can also call 01632 960 123. Monday to Friday, 9am to 5pm.',
    );
    list.press('Try again');
    await until('the focus on the notice', () => list.focused.startsWith('We could not reach'));
  });

  it('keeps what is shown when there is no more to be had, and tries again from there', async () => {
    const line = new Line();
    const list = await ActivityListHarness.open({ query: 'free=yes', limit: '2' }, line.directory);
    line.scenario = offline;
    list.press('Show more');
    await until('a notice', () => list.notice);
    expect(list.names).to.have.length(2);
    line.scenario = (fetch) => fetch;
    list.press('Try again');
    await until('more', () => list.names.length === 4);
    expect(list.notice).to.equal('');
  });
});

describe('a webmaster who wrote something that cannot be used', () => {
  const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{}, 'ids="" cannot be used; expected ids of activities'],
    [{ ids: 'a/b' }, 'ids="a/b" cannot be used; expected ids of activities'],
    [{ query: 'place=TS18 1AB' }, 'query="place=TS18 1AB" cannot be used; expected a search'],
    [{ ids: 'a', partner: 'Our Library' }, 'partner="Our Library" cannot be used; expected the id'],
    [{ ids: 'a', endpoint: 'nowhere' }, 'endpoint="nowhere" cannot be used; expected an address'],
  ];
  for (const [attributes, message] of wrong)
    it(`is told ${message.split(' cannot')[0] ?? ''} once, and the page shows what stands inside`, async () => {
      const heard = await consoleDuring(async () => {
        const list = ActivityListHarness.place(attributes);
        const again = ActivityListHarness.place(attributes);
        await list.element.updateComplete;
        await again.element.updateComplete;
        await pause(50);
        expect(list.isFallbackShown).to.equal(true);
        expect([list.notice, list.kept.places]).to.deep.equal(['', 0]);
      });
      expect(heard).to.have.length(1);
      expect(heard[0]).to.include(`Kith: <kith-activity-list>: ${message}`);
    });

  it('is told what else is wrong, and visitors have the list all the same', async () => {
    const heard = await consoleDuring(async () => {
      const list = await ActivityListHarness.open({
        ids: idsOf(0),
        limit: 'many',
        'heading-level': '7',
        finder: 'javascript:alert(1)',
        heading: 'For you',
      });
      expect(list.headings[0]).to.equal('2 For you');
      expect(list.text).not.to.include('Find more activities');
    });
    expect(heard.map((one) => /: ([\w-]+="[^"]*") cannot/.exec(one)?.[1])).to.have.members([
      'limit="many"',
      'heading-level="7"',
      'finder="javascript:alert(1)"',
    ]);
  });
});

describe('the place of a list on a page', () => {
  it('may run from the right: its heading and what stands inside do so, its words do not', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(0), heading: 'For you' });
    const place = fixtureSync<HTMLElement>(html`<main dir="rtl" lang="ar"></main>`);
    place.append(list.element);
    await list.element.updateComplete;
    expect(getComputedStyle(list.inside('.heading')).direction).to.equal('rtl');
    expect(getComputedStyle(list.inside('article')).direction).to.equal('ltr');
    await expect(list.element).to.be.accessible();
  });

  it('may be as narrow as a small phone, and nothing sticks out', async () => {
    const place = fixtureSync<HTMLElement>(html`<main style="inline-size: 280px"></main>`);
    const list = await ActivityListHarness.open({ ids: idsOf(0, 1, 2), heading: 'For you' });
    place.append(list.element);
    await pause(50);
    expect(list.inside('.root').scrollWidth).to.be.at.most(280);
    await list.open(nameOf(0));
    expect(list.inside('.root').scrollWidth).to.be.at.most(280);
  });
});
