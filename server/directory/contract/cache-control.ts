/** How long caches may keep an answer of the directory. */
export const cacheControl = 'public, max-age=60, stale-while-revalidate=300';
