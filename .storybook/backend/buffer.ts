import { Buffer } from 'buffer/';

// The backend reads bytes of the database as Node does. This must be imported before any module that uses Buffer.
Reflect.set(globalThis, 'Buffer', Buffer);
