/** Serialises a JSON value to the same text whatever the order of its keys. */
// Keys are sorted by UTF-16 code units. They are never assigned to an object, so that a key such as
// `__proto__` is treated like any other.
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
};

/** SHA-256 of a JSON value in hexadecimal, the same whatever the order of its keys and its white space. */
export const hashOfJson = (value: unknown): Promise<string> => sha256(canonicalJson(value));

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
