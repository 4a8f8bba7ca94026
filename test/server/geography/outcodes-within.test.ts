import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcodesWithin } from '../../../server/geography/outcodes-within.js';
import { areaPlacer } from '../../../server/directory/feeds/place-areas.js';
import { findOutcode } from '../../../server/geography/places.js';
import { readService } from '../../../src/directory/open-referral/read-service.js';

type Box = readonly [west: number, south: number, east: number, north: number];

const ring = ([west, south, east, north]: Box) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** A square around the centre of an outward code. */
const around = (code: string, degrees = 0.005): Box => {
  const { longitude, latitude } = findOutcode(code) ?? assert.fail(`there is no ${code}`);
  return [longitude - degrees, latitude - degrees, longitude + degrees, latitude + degrees];
};

const teesside: Box = [-1.5, 54.45, -1, 54.7];
const polygon = (...boxes: readonly Box[]) => ({ type: 'Polygon', coordinates: boxes.map(ring) });

describe('the extent of a service area', () => {
  it('contains the outward codes whose centre lies in it', () => {
    const { outcodes, isEverywhere } = outcodesWithin(polygon(teesside));
    for (const code of ['TS1', 'TS18', 'TS20']) assert.ok(outcodes.includes(code), code);
    for (const code of ['DL1', 'YO1', 'EH1']) assert.ok(!outcodes.includes(code), code);
    assert.equal(isEverywhere, false);
  });

  it('does not contain what lies in a hole of it', () => {
    const { outcodes } = outcodesWithin(polygon(teesside, around('TS18')));
    assert.ok(!outcodes.includes('TS18'));
    assert.ok(outcodes.includes('TS1'));
  });

  it('may have a diagonal edge', () => {
    const { longitude, latitude } = findOutcode('TS18') ?? assert.fail();
    // The centre lies below the diagonal and not above it.
    const triangle = (shift: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [longitude - 0.3, latitude - 0.3 + shift],
          [longitude + 0.3, latitude + 0.3 + shift],
          [longitude + 0.3, latitude - 0.3 + shift],
        ],
      ],
    });
    assert.equal(outcodesWithin(triangle(0.001)).outcodes.includes('TS18'), true);
    assert.equal(outcodesWithin(triangle(-0.001)).outcodes.includes('TS18'), false);
  });

  const parts = {
    type: 'MultiPolygon',
    coordinates: [[ring(around('TS18'))], [ring(around('YO1'))]],
  };
  const both = ['TS18', 'YO1'];
  const forms: readonly (readonly [string, unknown])[] = [
    ['in several parts', parts],
    ['as JSON text', JSON.stringify(parts)],
    ['as a feature', { type: 'Feature', geometry: parts }],
    [
      'as features',
      { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: parts }] },
    ],
    [
      'as geometries',
      { type: 'GeometryCollection', geometries: both.map((code) => polygon(around(code))) },
    ],
    ['as a list of codes', 'ts18, YO1'],
  ];
  for (const [what, extent] of forms)
    it(`can be given ${what}`, () => {
      assert.deepEqual([...outcodesWithin(extent).outcodes].sort(), both);
    });

  it('has the nearest outward code when it contains the centre of none', () => {
    const [, south, east] = around('TS18', 0.006);
    const estate = polygon([east, south, east + 0.002, south + 0.002]);
    assert.deepEqual(outcodesWithin(estate).outcodes, ['TS18']);
  });

  it('is nationwide when it covers most of the country', () => {
    assert.deepEqual(outcodesWithin(polygon([-9, 49, 3, 61])), {
      outcodes: [],
      isEverywhere: true,
    });
  });

  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  const endless = Array.from({ length: 300_000 }, (_, at) => [-1 - at / 1e6, 54.5]);
  const wrong: readonly (readonly [string, unknown])[] = [
    ['no place', 'extent'],
    ['some words', 'All of TS18'],
    ['a map of another country', polygon([10, 45, 11, 46])],
    ['a grid and not degrees', polygon([400_000, 500_000, 500_000, 600_000])],
    ['a point', { type: 'Point', coordinates: [-1.3, 54.5] }],
    ['rings without points', { type: 'Polygon', coordinates: [[], [[]], ['a']] }],
    ['too deep', `{"type":"Polygon","coordinates":${deep}}`],
    ['too many points', { type: 'Polygon', coordinates: [endless] }],
    ['too long', ' '.repeat(5_000_001)],
    ['nothing', null],
    ['a number', 7],
  ];
  for (const [what, extent] of wrong)
    it(`is ignored when it is ${what}`, () => {
      assert.deepEqual(outcodesWithin(extent), { outcodes: [], isEverywhere: false });
    });
});

describe('the areas of a service', () => {
  const areasOf = (service_areas: readonly object[]) => {
    const read = readService({ id: '1', name: 'Walk', service_areas });
    return read.ok ? areaPlacer()(read.record).activity.areas : assert.fail('it was refused');
  };

  it('are placed with or without a name', () => {
    assert.deepEqual(
      areasOf([
        {
          name: 'Old town',
          extent: JSON.stringify(polygon(around('TS18'))),
          extent_type: 'geojson',
        },
        { service_area: 'Elsewhere', extent: 'extent' },
        { extent: polygon(around('YO1')) },
      ]),
      [
        { name: 'Old town', outcodes: ['TS18'], isEverywhere: false },
        { name: 'Elsewhere', outcodes: [], isEverywhere: false },
        { name: 'YO1', outcodes: ['YO1'], isEverywhere: false },
      ],
    );
  });

  it('are placed quickly, however detailed their outlines are', () => {
    const edge = Array.from({ length: 150_000 }, (_, at) => {
      const angle = (at / 75_000) * Math.PI;
      return [-1.3 + Math.sin(angle), 54.5 + Math.cos(angle)];
    });
    const extent = { type: 'Polygon', coordinates: [edge] };
    // The time of the processor, which other programs on the machine do not lengthen.
    const start = process.cpuUsage();
    assert.ok(outcodesWithin(extent).outcodes.length > 50);
    assert.ok(process.cpuUsage(start).user < 1_000_000);
  });
});
