// Without vowels no words arise; of characters that are mistaken for each other in handwriting (0 O Q,
// 1 I L, 2 Z, 5 S, 6 G, 8 B, U V) at most one is here.
const alphabet = '23479BCDFGHJKMNPRTVWXY';

const length = 8;

// The largest multiple of the alphabet's length that fits a byte: bytes above it are thrown away,
// so that no character is likelier than another.
const fair = 256 - (256 % alphabet.length);

/** A random reference: one of 22 to the power of 8, about 55 thousand million. */
export function newReference(): string {
  let reference = '';
  while (reference.length < length)
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      if (byte < fair && reference.length < length)
        reference += alphabet.charAt(byte % alphabet.length);
  return reference;
}
