import { createHash } from 'node:crypto';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';

/** Gives each response an `ETag`, and answers 304 to whoever already has it. */
export const withETag = etag({
  // A browser checks these on a 304, too.
  retainedHeaders: [
    ...RETAINED_304_HEADERS,
    'access-control-allow-origin',
    'cross-origin-resource-policy',
  ],
  // At once: a response is small, and the way to another thread and back takes longer than the work.
  generateDigest: (body) => Uint8Array.from(createHash('sha256').update(body).digest()).buffer,
});

/** The `ETag` of a text that is at hand: reading it out of the response again would take longer. */
export const eTagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url')}"`;
