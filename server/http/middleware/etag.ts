import { createHash } from 'node:crypto';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';

/** Adds an `ETag` to each response, and answers 304 to clients that already have it. */
export const withETag = etag({
  // A browser checks these on a 304, too.
  retainedHeaders: [
    ...RETAINED_304_HEADERS,
    'access-control-allow-origin',
    'cross-origin-resource-policy',
  ],
  // Synchronous, because responses are small and handing them to another thread takes longer than hashing.
  generateDigest: (body) => Uint8Array.from(createHash('sha256').update(body).digest()).buffer,
});

/** The `ETag` of a text that is at hand, which saves reading it from the response again. */
export const eTagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url')}"`;
