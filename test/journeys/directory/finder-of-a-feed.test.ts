import assert from 'node:assert/strict';
import { type Server as HttpServer, createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { type World, openWorld, visit } from '../helpers/harness.js';
import { violations } from '../helpers/violations.js';

// A made-up feed of a council that is served as static files: it does not support page numbers, and its total is wrong.
const thin = [
  {
    id: 'walk-1',
    name: 'Riverside walk &amp; talk',
    description: '<p>A gentle walk.</p>',
    status: 'active',
  },
  { id: 'choir-1', name: 'Tuesday choir', description: 'Singing for everybody.', status: 'active' },
  { id: 'gone-1', name: 'Old club', description: 'Closed.', status: 'defunct' },
  { name: 'No id at all' },
];
const whole = {
  ...thin[0],
  minimum_age: 18,
  cost_options: [{ id: 'c1', option: 'All', amount: 0 }],
  schedules: [
    { id: 's1', freq: 'WEEKLY', byday: 'TH', opens_at: '10:00:00', closes_at: '11:30:00' },
  ],
  service_at_locations: [
    {
      id: 'l1',
      location: {
        id: 'p1',
        name: 'Made-up Park',
        latitude: 54.56,
        longitude: -1.32,
        addresses: [
          { id: 'a1', address_1: 'Park Road', city: 'Stockton', postal_code: 'TS18 1AA' },
        ],
      },
    },
  ],
};
const page = (contents: readonly unknown[]) => ({
  total_items: 31,
  total_pages: 7,
  page_number: 1,
  size: contents.length,
  first_page: true,
  last_page: false,
  empty: false,
  contents,
});

const files: Readonly<Record<string, unknown>> = {
  '/good/': { version: 'HSDS-UK-3.0' },
  '/good/services': page(thin),
  '/good/services/walk-1': whole,
  '/cut/': { version: 'HSDS-UK-3.0' },
};

describe('a finder that reads a feed without a backend', () => {
  let world: World;
  let host: HttpServer;
  let address = '';
  before(async () => {
    world = await openWorld();
    const { backend } = world.server;
    host = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://council.test');
      response.setHeader('access-control-allow-origin', '*');
      if (pathname === '/page') {
        response.setHeader('content-type', 'text/html');
        response.end(
          `<!doctype html><html lang="en"><head><title>Council</title><link rel="icon" href="data:,"><script type="module" src="${backend}/embed/v1/kith.js"></script></head><body><main><h1>Things to do</h1><kith-activity-finder directory="${address}/${searchParams.get('feed') ?? ''}"><p>Call 01632 960 123</p></kith-activity-finder></main></body></html>`,
        );
        return;
      }
      response.setHeader('content-type', 'application/json');
      if (pathname.startsWith('/html')) {
        response.setHeader('content-type', 'text/html');
        response.end('<!doctype html><title>Sorry</title>');
      } else if (pathname === '/cut/services' && searchParams.get('page') === null) {
        response.end(JSON.stringify(page(thin.slice(0, 1))));
      } else if (pathname === '/cut/services') {
        response.write(JSON.stringify(page(thin)).slice(0, 80));
        response.destroy();
      } else if (pathname in files) response.end(JSON.stringify(files[pathname]));
      else {
        response.statusCode = 404;
        response.end('{}');
      }
    });
    await new Promise<void>((resolve) => {
      host.listen(0, '127.0.0.1', resolve);
    });
    const at = host.address();
    address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
  });
  after(async () => {
    host.close();
    await world.close();
  });

  const cards = 'article';

  test('shows each activity of the feed once, whatever total the feed gives', async () => {
    await visit(world.browser, {}, async ({ page: view }) => {
      await view.goto(`${address}/page?feed=good`);
      await view.getByRole('heading', { name: '2 activities' }).waitFor();
      await view.getByRole('heading', { name: 'Riverside walk & talk' }).waitFor();
      assert.equal(await view.getByText('Old club').count(), 0, 'closed activities are not shown');
      assert.equal(await view.locator(cards).count(), 2);
      assert.deepEqual(await violations(view), []);
    });
  });

  test('offers only filters that the feed has data for, and searches by itself', async () => {
    await visit(world.browser, {}, async ({ page: view }) => {
      await view.goto(`${address}/page?feed=good`);
      await view.locator(cards).first().waitFor();
      assert.equal(await view.locator('summary').filter({ hasText: 'Language spoken' }).count(), 0);
      assert.equal(
        await view.getByLabel('Where?').count(),
        0,
        'the list of this feed has no places',
      );
      await view.getByLabel('What are you looking for?').fill('choir');
      await view.getByRole('heading', { name: '1 activity' }).waitFor();
      await view.getByRole('heading', { name: 'Tuesday choir' }).waitFor();
    });
  });

  test('asks for the details of an activity only when it is opened', async () => {
    await visit(world.browser, {}, async ({ page: view, requested }) => {
      await view.goto(`${address}/page?feed=good`);
      await view.locator(cards).first().waitFor();
      assert.ok(!requested.some((one) => one.includes('/services/walk-1')));
      await view.getByRole('button', { name: 'Riverside walk & talk', exact: true }).click();
      await view.getByText('Thursday, 10:00–11:30').waitFor();
      await view.getByText('Made-up Park, Park Road, Stockton, TS18 1AA').waitFor();
      await view.getByText('Age 18 and over').waitFor();
      assert.equal(await view.getByRole('button', { name: 'Tell us this is wrong' }).count(), 0);
    });
  });

  test('keeps what arrived when a feed is cut off, and says that the directory is incomplete', async () => {
    await visit(world.browser, { forgive: [/cut\/services/, /net::/] }, async ({ page: view }) => {
      await view.goto(`${address}/page?feed=cut`);
      await view.getByRole('heading', { name: 'Riverside walk & talk' }).waitFor();
      await view.getByText('Only part of this directory could be read.').waitFor();
    });
  });

  test('keeps the content of the tag and shows that loading failed when the feed answers with HTML', async () => {
    await visit(world.browser, {}, async ({ page: view }) => {
      await view.goto(`${address}/page?feed=html`);
      await view.getByRole('heading', { name: 'We could not reach the service' }).waitFor();
      await view.getByText('Call 01632 960 123').waitFor();
    });
  });
});
