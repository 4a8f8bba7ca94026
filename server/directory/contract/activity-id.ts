import { createHash } from 'node:crypto';

/**
 * The id of an activity in our directory: the same for the same record of the same feed, and a UUID (RFC 9562, version
 * 8), as Open Referral requires.
 */
export function activityId(service: string, feed: string, sourceId: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([service, feed, sourceId]))
    .digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
