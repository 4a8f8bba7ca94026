// There are no vowels, so that a reference never spells a word, and at most one of the characters that are confused
// in handwriting (0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V).
const alphabet = '23479BCDFGHJKMNPRTVWXY';

const length = 8;

// The largest multiple of the alphabet's length that fits into a byte. Larger bytes are discarded, so that every
// character is equally likely.
const fair = 256 - (256 % alphabet.length);

/** Creates a random reference of eight characters, one of 22⁸ (about 55 billion). */
export function newReference(): string {
  let reference = '';
  while (reference.length < length)
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      if (byte < fair && reference.length < length)
        reference += alphabet.charAt(byte % alphabet.length);
  return reference;
}
