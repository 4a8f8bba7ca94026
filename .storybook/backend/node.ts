/** Replacements for the few functions of Node's modules that the backend uses, for the browser. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Node's `createHash` for SHA-256. It must be synchronous, and the API of the browser is not. */
export function createHash(_name: 'sha256') {
  const hash = sha256.create();
  const made = {
    update(data: string | Uint8Array) {
      hash.update(typeof data === 'string' ? utf8ToBytes(data) : data);
      return made;
    },
    digest(encoding?: 'hex' | 'base64' | 'base64url') {
      const bytes = hash.digest();
      if (encoding === undefined) return bytes;
      return encoding === 'hex' ? bytesToHex(bytes) : btoa(String.fromCharCode(...bytes));
    },
  };
  return made;
}

/** Node's `randomUUID`. */
export const randomUUID = (): string => crypto.randomUUID();

/** A database in a page runs one statement at a time. */
export const availableParallelism = (): number => 1;
