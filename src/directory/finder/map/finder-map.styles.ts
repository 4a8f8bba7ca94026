import { css } from 'lit';

/** What Leaflet needs to lay out its panes, as its own style sheet has it; no images of its own are used. */
export const mapStyles = css`
  .leaflet-container {
    position: relative;
    overflow: hidden;
    background: #eef1ea;
    outline-offset: -3px;
    touch-action: pan-y;
  }
  .map-buttons {
    display: flex;
    gap: var(--k-space-1);
    margin-block-end: var(--k-space-2);
  }
  .map-buttons > * {
    flex: 0 1 3em;
    margin: 0;
    padding-inline: 0;
  }
  .leaflet-pane,
  .leaflet-tile,
  .leaflet-tile-container,
  .leaflet-pane > svg,
  .leaflet-zoom-box,
  .leaflet-layer {
    position: absolute;
    inset-block-start: 0;
    left: 0;
  }
  .leaflet-tile {
    visibility: hidden;
    user-select: none;
  }
  .leaflet-tile-loaded {
    visibility: inherit;
  }
  .leaflet-tile-pane {
    z-index: 200;
  }
  .leaflet-overlay-pane {
    z-index: 400;
  }
  .leaflet-tooltip-pane {
    z-index: 650;
  }
  .leaflet-interactive {
    cursor: pointer;
  }
  .leaflet-tooltip {
    position: absolute;
    padding: var(--k-space-1) var(--k-space-2);
    border-radius: var(--k-radius);
    background: var(--k-field-text);
    color: var(--k-field);
    font-size: var(--k-small-size);
    white-space: nowrap;
    pointer-events: none;
  }
`;
