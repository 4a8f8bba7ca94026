import {
  Browser,
  type CircleMarker,
  type LayerGroup,
  Map as LeafletMap,
  TileLayer,
  circleMarker,
  latLng,
  latLngBounds,
  layerGroup,
} from 'leaflet';
import { type TemplateResult, html, render } from 'lit';
import type { ActivitySummary } from '../../contract/activity.js';
import type { DirectoryProfile } from '../../contract/directory.js';
import type { FinderMessages } from '../../../i18n/messages.js';
import { attributed } from '../../activity/activity-sources.js';
import { pointsOf } from '../../contract/distance.js';
import { mapStyles } from './finder-map.styles.js';

/** What a map shows. */
export interface MapContent {
  readonly profile: NonNullable<DirectoryProfile['map']>;
  readonly messages: FinderMessages;
  readonly items: readonly ActivitySummary[];
}

/** The elements of the map and of the list beside it. */
interface MapElements {
  readonly box: HTMLElement;
  readonly list: HTMLElement;
}

interface Drawn {
  readonly map: LeafletMap;
  readonly layer: LayerGroup;
  readonly markers: Map<string, CircleMarker>;
  readonly remove: () => void;
  /** The activities that it shows now; it is left alone unless they change. */
  shown: readonly ActivitySummary[];
}

const drawn = new WeakMap<Element, Drawn>();
const maxInitialZoom = 13;
const panPixels = 120;

const usual = { radius: 9, fillColor: '#ffdd00' };
const highlighted = { radius: 13, fillColor: '#d4351c' };

/**
 * Shows activities on a map beside their list: a click on a marker moves the focus to its card, and a card that has the
 * pointer or the focus highlights its marker. HTML of Leaflet (its own buttons and attribution) is left out, because
 * pages with trusted types forbid it. Returns a function that removes the map.
 */
export function showOnMap(content: MapContent & MapElements): () => void {
  const { box, list, items } = content;
  const one = drawn.get(box) ?? draw(content);
  if (one.shown === items) return one.remove;
  one.shown = items;
  one.layer.clearLayers();
  one.markers.clear();
  // Without activities that come from further away, online or to people's homes, which would zoom the map out.
  const points = items.flatMap(({ id, name, venue, reach = 'near' }) => {
    const [point] = reach === 'near' && venue ? pointsOf([venue]) : [];
    return point ? [{ id, name, at: latLng(point.latitude, point.longitude) }] : [];
  });
  for (const { id, name, at } of points)
    one.markers.set(
      id,
      circleMarker(at, { weight: 3, color: '#14181a', fillOpacity: 1, ...usual })
        .bindTooltip(labelOf(name))
        .on('click', () => {
          const card = [...list.querySelectorAll('article')].find(
            (each) => each.id === `card-${id}`,
          );
          card?.scrollIntoView({ block: 'center' });
          card?.querySelector('button')?.focus({ preventScroll: true });
        })
        .addTo(one.layer),
    );
  if (points.length > 0)
    one.map.fitBounds(latLngBounds(points.map(({ at }) => at)), {
      maxZoom: maxInitialZoom,
      padding: [24, 24],
      animate: false,
    });
  return one.remove;
}

// An element, because Leaflet would take text for HTML.
function labelOf(name: string): HTMLElement {
  const label = document.createElement('span');
  label.textContent = name;
  return label;
}

function draw(content: MapContent & MapElements): Drawn {
  const { box, list, profile, messages } = content;
  const root = box.getRootNode();
  const { styleSheet } = mapStyles;
  if (root instanceof ShadowRoot && styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  const canvas = document.createElement('div');
  canvas.className = 'map';
  canvas.part.add('map');
  canvas.role = 'group';
  canvas.ariaLabel = messages('finder.map.label');
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
  render(withControls(content, canvas, map), box);
  map.invalidateSize().setView([54, -2], 6);
  new TileLayer(profile.tiles, { maxZoom: profile.maxZoom }).addTo(map);
  const markers = new Map<string, CircleMarker>();
  const end = new AbortController();
  const remove = (): void => {
    if (end.signal.aborted) return;
    end.abort();
    map.remove();
    drawn.delete(box);
  };
  const one: Drawn = { map, layer: layerGroup().addTo(map), markers, remove, shown: [] };
  drawn.set(box, one);
  const point = (event: Event): void => {
    const card = event.type.endsWith('out') ? null : event.target;
    const id = card instanceof Element ? card.closest('article')?.id : undefined;
    for (const [each, marker] of markers)
      if (`card-${each}` === id) marker.setStyle(highlighted).bringToFront();
      else marker.setStyle(usual);
  };
  for (const kind of ['pointerover', 'pointerout', 'focusin', 'focusout'])
    list.addEventListener(kind, point, { signal: end.signal });
  return one;
}

/** A map with buttons for people who cannot drag or pinch (WCAG 2.5.1 and 2.5.7), and its sources. */
function withControls(
  { profile, messages }: MapContent,
  canvas: HTMLElement,
  map: LeafletMap,
): TemplateResult {
  const button = (sign: string, key: MapKey, press: () => void): TemplateResult =>
    html`<button
      type="button"
      class="secondary"
      part="button secondary-button"
      aria-label=${messages(key)}
      title=${messages(key)}
      @click=${press}
    >
      ${sign}
    </button>`;
  const pan = (x: number, y: number) => () => {
    map.panBy([x * panPixels, y * panPixels], { animate: false });
  };
  return html`${canvas}
    <p class="map-buttons">
      ${button('+', 'finder.map.in', () => map.zoomIn())}
      ${button('−', 'finder.map.out', () => map.zoomOut())}
      ${button('←', 'finder.map.west', pan(-1, 0))} ${button('→', 'finder.map.east', pan(1, 0))}
      ${button('↑', 'finder.map.north', pan(0, -1))} ${button('↓', 'finder.map.south', pan(0, 1))}
    </p>
    ${profile.attribution.map((one) => html`<p class="quiet">${attributed(one)}</p>`)} `;
}

type MapKey = `finder.map.${'in' | 'out' | 'north' | 'east' | 'south' | 'west'}`;
