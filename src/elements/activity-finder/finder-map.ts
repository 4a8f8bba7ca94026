import { type LayerGroup, Map as LeafletMap, TileLayer, circleMarker, layerGroup } from 'leaflet';
import { mapStyles } from './finder-map.styles.js';
import type { ActivitySummary } from '../../contract/activity.js';
import type { DirectoryProfile } from '../../contract/directory.js';

interface Drawn {
  readonly map: LeafletMap;
  readonly markers: LayerGroup;
  /** What it shows now, to leave it alone when nothing has changed. */
  shown: string;
}

const drawn = new WeakMap<HTMLElement, Drawn>();
const closeEnough = 13;

type Tiles = NonNullable<DirectoryProfile['map']>;

/**
 * Shows activities on a map, in step with the list. What Leaflet writes as HTML is left out (its own buttons and
 * the line with sources), because pages with trusted types forbid it; keys and gestures work, and the sources
 * stand below the list.
 */
export function showOnMap(
  box: HTMLElement,
  tiles: Tiles,
  items: readonly ActivitySummary[],
  choose: (id: string) => void,
): void {
  const one = drawn.get(box) ?? draw(box, tiles);
  const shown = items.map(({ id }) => id).join();
  if (one.shown === shown) return;
  one.shown = shown;
  one.markers.clearLayers();
  // What comes from further away, by phone or to one's home, would pull the map there.
  const points = items.flatMap(({ id, name, venue, reach = 'near' }) =>
    reach !== 'near' || venue?.latitude === undefined || venue.longitude === undefined
      ? []
      : [{ id, name, at: [venue.latitude, venue.longitude] as const }],
  );
  for (const { id, name, at } of points)
    circleMarker([at[0], at[1]], {
      radius: 9,
      weight: 3,
      color: '#14181a',
      fillColor: '#ffdd00',
      fillOpacity: 1,
    })
      .bindTooltip(labelOf(name))
      .on('click', () => {
        choose(id);
      })
      .addTo(one.markers);
  if (points.length > 0)
    one.map.fitBounds(
      points.map(({ at }) => [at[0], at[1]]),
      { maxZoom: closeEnough, padding: [24, 24], animate: false },
    );
}

// An element, because Leaflet would take text for HTML.
function labelOf(name: string): HTMLElement {
  const label = document.createElement('span');
  label.textContent = name;
  return label;
}

function draw(box: HTMLElement, { tiles, maxZoom }: Tiles): Drawn {
  const root = box.getRootNode();
  if (root instanceof ShadowRoot && mapStyles.styleSheet)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, mapStyles.styleSheet];
  const map = new LeafletMap(box, {
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    maxZoom,
  }).setView([54, -2], 6);
  new TileLayer(tiles, { maxZoom }).addTo(map);
  const one = { map, markers: layerGroup().addTo(map), shown: '' };
  drawn.set(box, one);
  return one;
}
