import type { RateLimit } from '../store/rate-limit-store.js';

/**
 * How often people may be wrong who look up how a referral stands: somebody who guesses must not find a date of
 * birth. Nothing is kept of who tries, so that people behind one address do not stand in each other's way.
 */
export const statusLimits = {
  ofReference: { most: 5, seconds: 60 * 60 },
  ofService: { most: 60, seconds: 60 },
} as const satisfies Readonly<Record<string, RateLimit>>;
