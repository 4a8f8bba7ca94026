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

/** A network whose scenario can change, and which records the requests. */
class RecordingNetwork {
  scenario: Scenario = (fetch) => fetch;
  readonly requests: string[] = [];
  readonly directory = directoryIn((fetch) => (input, init) => {
    this.requests.push(new Request(input).url);
    return this.scenario(fetch)(input, init);
  });
}

/** A scenario for the requests of one path only. */
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

describe('a list of chosen activities', () => {
  it('has the order of the ids', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(4, 0, 2) });
    expect(list.names).to.deep.equal(namesOf(4, 0, 2));
    expect(list.isFallbackShown).to.equal(false);
  });

  it('leaves out activities that no longer exist, without a notice', async () => {
    const list = await ActivityListHarness.open({ ids: `${idsOf(1)},gone-1,${idsOf(3)}` });
    expect(list.names).to.deep.equal(namesOf(1, 3));
    expect([list.notice, list.empty, list.status]).to.deep.equal(['', '', '']);
  });

  it('says that it is empty, and whom to call, when none of them exists any more', async () => {
    const list = ActivityListHarness.place({ ids: 'gone-1, gone-2', finder: '/whats-on' });
    await until('a notice', () => list.empty);
    expect(list.empty).to.equal(
      'There is nothing in this list at the moment. Call us on 01632 960 123 and tell us what you would like to do. Monday to Friday, 9am to 5pm.',
    );
    expect(list.link('01632 960 123').href).to.equal('tel:+441632960123');
    expect(list.link('Find more activities').pathname).to.equal('/whats-on');
    await expect(list.element).to.be.accessible();
  });

  it('shows all of them, or as many at a time as the attribute says', async () => {
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

  it('shows other activities when the ids change', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(0) });
    await list.open(nameOf(0));
    list.element.ids = idsOf(1, 2);
    await list.shown();
    expect(list.names).to.deep.equal(namesOf(1, 2));
  });
});

describe('a list of search results', () => {
  it('accepts the query of a finder’s URL and the number of results', async () => {
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

  it('shows what, when, where, the price and the last check of each activity, but no distance', async () => {
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

  it('links to the finder of the page with the same search', async () => {
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
  it('start at the level that the page gives, without gaps', async () => {
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

  it('are those of the activities when the page gives none, and the list has a default name', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(0) });
    expect(list.headings[0]).to.equal(`3 ${nameOf(0)}`);
    expect(list.listName).to.equal('Activities');
  });

  it('can be followed by an introduction of the page', async () => {
    const list = await ActivityListHarness.open(
      { ids: idsOf(0), heading: 'For you' },
      undefined,
      '<p slot="intro">Jo chose these.</p>',
    );
    expect(list.isFallbackShown).to.equal(true);
  });
});

describe('a person who opens an activity of a list', () => {
  it('reads about it in place, and returns to its card', async () => {
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

  it('can ask a link worker about it', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(0) });
    await list.open(nameOf(0));
    list.press('Ask a link worker about this');
    await list.form();
    await until('the activity', () =>
      list.formText.includes(`You would like to talk about: ${nameOf(0)}`),
    );
  });

  it('is told when it cannot be loaded, and can try again', async () => {
    const network = new RecordingNetwork();
    const list = await ActivityListHarness.open({ ids: idsOf(0) }, network.directory);
    network.scenario = offline;
    list.press(nameOf(0));
    await until('a notice with the focus', () => list.focused.startsWith('We could not reach'));
    expect(list.notice).to.include('01632 960 123');
    expect(list.notice).not.to.include('searched');
    await expect(list.element).to.be.accessible();
    network.scenario = (fetch) => fetch;
    list.press('Try again');
    await list.opened();
    expect(list.focused).to.equal(nameOf(0));
  });

  it('can report a mistake, and send the same report again after a failure', async () => {
    const network = new RecordingNetwork();
    const list = await ActivityListHarness.open({ ids: idsOf(0) }, network.directory);
    await list.open(nameOf(0));
    list.press('Tell us this is wrong');
    await list.element.updateComplete;
    list.press('Send');
    await until('what is missing', () => list.text.includes('Select what is wrong'));
    list.fill('The place');
    list.fill('What should it say?', 'It is in the hall');
    network.scenario = offline;
    list.press('Send');
    await until('a notice', () => list.notice);
    expect(list.valueOf('report-text')).to.equal('It is in the hall');
    network.scenario = (fetch) => fetch;
    list.press('Try again');
    await until('thanks', () => list.text.includes('Thank you. We will look at it.'));
    expect(network.requests.filter((one) => one.includes('activity-reports'))).to.have.length(2);
  });
});

describe('a list that is loading', () => {
  it('reserves its height, shows placeholders only after a delay, and shows the content of the tag', async () => {
    const network = new RecordingNetwork();
    network.scenario = slow;
    const list = ActivityListHarness.place({ ids: idsOf(0, 1, 2) }, network.directory);
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

  it('can be moved on the page without another request', async () => {
    const network = new RecordingNetwork();
    const list = ActivityListHarness.place({ ids: idsOf(0, 1) }, network.directory);
    const place = fixtureSync<HTMLElement>(html`<section></section>`);
    place.append(list.element);
    await list.shown();
    const requests = network.requests.length;
    fixtureSync<HTMLElement>(html`<section></section>`).append(list.element);
    await list.element.updateComplete;
    await pause(50);
    expect(list.names).to.deep.equal(namesOf(0, 1));
    expect(network.requests.length).to.equal(requests);
  });
});

describe('a list that cannot be loaded', () => {
  const failures: readonly (readonly [string, Scenario, string])[] = [
    ['there is no network', offline, 'Check that you are connected to the internet.'],
    ['the backend is down', down, 'The service is not working at the moment.'],
    ['the response is invalid', offContract, 'We got an answer that we do not understand.'],
  ];
  for (const [what, scenario, words] of failures)
    it(`says why when ${what}, shows the content of the tag, and can be loaded again`, async () => {
      const network = new RecordingNetwork();
      network.scenario = scenario;
      const list = ActivityListHarness.place(
        { ids: idsOf(0), heading: 'For you' },
        network.directory,
      );
      await until('a notice', () => list.notice);
      expect(list.notice).to.include('We could not reach the service');
      expect(list.notice).to.include(words);
      expect(list.isFallbackShown).to.equal(true);
      expect(list.headings[0]).to.equal('2 For you');
      await expect(list.element).to.be.accessible();
      network.scenario = (fetch) => fetch;
      list.press('Try again');
      await list.shown();
      expect(list.isFallbackShown).to.equal(false);
      await until('the focus in the list', () => list.focused === nameOf(0));
    });

  it('gives the phone number of the service when it is known', async () => {
    const network = new RecordingNetwork();
    network.scenario = failing('/activities', down);
    const list = ActivityListHarness.place({ ids: idsOf(0) }, network.directory);
    await until('a notice', () => list.notice);
    expect(list.notice).to.include(
      'You can also call 01632 960 123. Monday to Friday, 9am to 5pm.',
    );
    list.press('Try again');
    await until('the focus on the notice', () => list.focused.startsWith('We could not reach'));
  });

  it('keeps the shown activities when more cannot be loaded, and can load them again', async () => {
    const network = new RecordingNetwork();
    const list = await ActivityListHarness.open(
      { query: 'free=yes', limit: '2' },
      network.directory,
    );
    network.scenario = offline;
    list.press('Show more');
    await until('a notice', () => list.notice);
    expect(list.names).to.have.length(2);
    network.scenario = (fetch) => fetch;
    list.press('Try again');
    await until('more', () => list.names.length === 4);
    expect(list.notice).to.equal('');
  });
});

describe('a webmaster who uses an invalid attribute', () => {
  const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{}, 'ids="" cannot be used; expected ids of activities'],
    [{ ids: 'a/b' }, 'ids="a/b" cannot be used; expected ids of activities'],
    [{ query: 'place=TS18 1AB' }, 'query="place=TS18 1AB" cannot be used; expected a search'],
    [{ ids: 'a', partner: 'Our Library' }, 'partner="Our Library" cannot be used; expected the id'],
    [{ ids: 'a', endpoint: 'nowhere' }, 'endpoint="nowhere" cannot be used; expected an address'],
  ];
  for (const [attributes, message] of wrong)
    it(`is told once in the console about ${message.split(' cannot')[0] ?? ''}, and visitors see the content of the tag`, async () => {
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

  it('is told about other invalid attributes, while visitors see the list', async () => {
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

describe('a page with a list', () => {
  it('can be written from right to left, as are the heading and the content of the tag, but not the list’s own text', async () => {
    const list = await ActivityListHarness.open({ ids: idsOf(0), heading: 'For you' });
    const place = fixtureSync<HTMLElement>(html`<main dir="rtl" lang="ar"></main>`);
    place.append(list.element);
    await list.element.updateComplete;
    expect(getComputedStyle(list.inside('.heading')).direction).to.equal('rtl');
    expect(getComputedStyle(list.inside('article')).direction).to.equal('ltr');
    await expect(list.element).to.be.accessible();
  });

  it('can be as narrow as a small phone without overflow', async () => {
    const place = fixtureSync<HTMLElement>(html`<main style="inline-size: 280px"></main>`);
    const list = await ActivityListHarness.open({ ids: idsOf(0, 1, 2), heading: 'For you' });
    place.append(list.element);
    await pause(50);
    expect(list.inside('.root').scrollWidth).to.be.at.most(280);
    await list.open(nameOf(0));
    expect(list.inside('.root').scrollWidth).to.be.at.most(280);
  });
});
