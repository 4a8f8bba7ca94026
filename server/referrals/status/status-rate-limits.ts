import type { RateLimit } from '../../database/rate-limit-store.js';

/**
 * Rate limits for looking up the status of a referral, so that nobody can find out a date of birth by guessing. They
 * do not depend on who asks, so that people who share an address do not block each other.
 */
export const statusRateLimits = {
  perReference: { most: 5, seconds: 60 * 60 },
  perService: { most: 60, seconds: 60 },
} as const satisfies Readonly<Record<string, RateLimit>>;
