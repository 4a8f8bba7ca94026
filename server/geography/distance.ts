import type { Point } from '../../src/directory/contract/distance.js';

/** Where a search looks: an outward code where one is known, and its point. */
export interface SearchPlace extends Point {
  readonly id: string;
  readonly outcode?: string;
}
