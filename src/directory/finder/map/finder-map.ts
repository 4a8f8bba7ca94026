import {
  Browser,
  type CircleMarker,
  type LayerGroup,
  Map as LeafletMap,
  TileLayer,
  circleMarker,
  layerGroup,
} from 'leaflet';
import { type TemplateResult, html, render } from 'lit';
import type { ActivitySummary } from '../../contract/activity.js';
import type { DirectoryProfile } from '../../contract/directory.js';
import type { FinderMessages } from '../../../i18n/messages.js';
import { safeLink } from '../../../core/view/safe-link.js';
import { mapStyles } from './finder-map.styles.js';

interface Drawn {
  readonly map: LeafletMap;
  readonly layer: LayerGroup;
  readonly markers: Map<string, CircleMarker>;
  readonly leave: () => void;
  /** What it shows now, to leave it alone when nothing has changed. */
  shown: readonly ActivitySummary[];
}

const drawn = new WeakMap<Element, Drawn>();
const closeEnough = 13;
const step = 120;

const usual = { radius: 9, fillColor: '#ffdd00' };
const pointed = { radius: 13, fillColor: '#d4351c' };

/** A map, and the list with which it keeps in step. */
interface Place {
  readonly box: HTMLElement;
  readonly list: HTMLElement;
  readonly profile: NonNullable<DirectoryProfile['map']>;
  readonly messages: FinderMessages;
}

/**
 * Shows activities on a map, in step with the list: a marker leads to its card, and a card that is pointed at or
 * has the focus lights up its marker. What Leaflet writes as HTML is left out (its own buttons and the line with
 * sources), because pages with trusted types forbid it. Gives back what lets go of the map.
 */
export function showOnMap(place: Place, items: readonly ActivitySummary[]): () => void {
  const one = drawn.get(place.box) ?? draw(place);
  if (one.shown === items) return one.leave;
  one.shown = items;
  one.layer.clearLayers();
  one.markers.clear();
  // What comes from further away, by phone or to one's home, would pull the map there.
  const points = items.flatMap(({ id, name, venue, reach = 'near' }) =>
    reach !== 'near' || venue?.latitude === undefined || venue.longitude === undefined
      ? []
      : [{ id, name, at: [venue.latitude, venue.longitude] as const }],
  );
  for (const { id, name, at } of points)
    one.markers.set(
      id,
      circleMarker([at[0], at[1]], { weight: 3, color: '#14181a', fillOpacity: 1, ...usual })
        .bindTooltip(labelOf(name))
        .on('click', () => {
          const card = cardsIn(place.list).find((each) => each.id === `card-${id}`);
          const link = card?.querySelector('button');
          card?.scrollIntoView({ block: 'center' });
          link?.focus({ preventScroll: true });
        })
        .addTo(one.layer),
    );
  if (points.length > 0)
    one.map.fitBounds(
      points.map(({ at }) => [at[0], at[1]]),
      { maxZoom: closeEnough, padding: [24, 24], animate: false },
    );
  return one.leave;
}

const cardsIn = (list: HTMLElement): readonly Element[] => [...list.querySelectorAll('article')];

// An element, because Leaflet would take text for HTML.
function labelOf(name: string): HTMLElement {
  const label = document.createElement('span');
  label.textContent = name;
  return label;
}

function draw(place: Place): Drawn {
  const { box, list, profile } = place;
  const root = box.getRootNode();
  const { styleSheet } = mapStyles;
  if (root instanceof ShadowRoot && styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  const canvas = document.createElement('div');
  canvas.className = 'map';
  canvas.part.add('map');
  canvas.role = 'group';
  canvas.ariaLabel = place.messages('finder.map.label');
  const map: LeafletMap = new LeafletMap(canvas, {
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    // A wheel or a finger that passes over the map moves the page: two fingers and the buttons move the map.
    scrollWheelZoom: false,
    dragging: !Browser.mobile,
    maxZoom: profile.maxZoom,
  });
  render(around(place, canvas, map), box);
  map.invalidateSize().setView([54, -2], 6);
  new TileLayer(profile.tiles, { maxZoom: profile.maxZoom }).addTo(map);
  const markers = new Map<string, CircleMarker>();
  const end = new AbortController();
  const leave = (): void => {
    if (end.signal.aborted) return;
    end.abort();
    map.remove();
    drawn.delete(box);
  };
  const one: Drawn = { map, layer: layerGroup().addTo(map), markers, leave, shown: [] };
  drawn.set(box, one);
  const point = (event: Event): void => {
    const card = event.type.endsWith('out') ? null : event.target;
    const id = card instanceof Element ? card.closest('article')?.id : undefined;
    for (const [each, marker] of markers)
      if (`card-${each}` === id) marker.setStyle(pointed).bringToFront();
      else marker.setStyle(usual);
  };
  for (const kind of ['pointerover', 'pointerout', 'focusin', 'focusout'])
    list.addEventListener(kind, point, { signal: end.signal });
  return one;
}

/** Moves and buttons for people who cannot drag or pinch: WCAG 2.5.1 and 2.5.7. */
function around(
  { profile, messages }: Place,
  canvas: HTMLElement,
  map: LeafletMap,
): TemplateResult {
  const button = (sign: string, key: MapKey, actions: () => void): TemplateResult =>
    html`<button
      type="button"
      class="secondary"
      part="button secondary-button"
      aria-label=${messages(key)}
      title=${messages(key)}
      @click=${actions}
    >
      ${sign}
    </button>`;
  const pan = (x: number, y: number) => () => {
    map.panBy([x * step, y * step], { animate: false });
  };
  return html`${canvas}
    <p class="map-buttons">
      ${button('+', 'finder.map.in', () => map.zoomIn())}
      ${button('−', 'finder.map.out', () => map.zoomOut())}
      ${button('←', 'finder.map.west', pan(-1, 0))} ${button('→', 'finder.map.east', pan(1, 0))}
      ${button('↑', 'finder.map.north', pan(0, -1))} ${button('↓', 'finder.map.south', pan(0, 1))}
    </p>
    ${profile.attribution.map(({ text, url }) => {
      const href = safeLink(url);
      return html`<p class="quiet">
        ${href === undefined ? text : html`<a href=${href} target="_blank" rel="noopener">${text}</a>`}
      </p>`;
    })} `;
}

type MapKey = `finder.map.${'in' | 'out' | 'north' | 'east' | 'south' | 'west'}`;
