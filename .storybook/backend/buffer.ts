import { Buffer } from 'buffer/';

// The backend reads bytes of the database as Node does. Imported before anything that asks for it.
Reflect.set(globalThis, 'Buffer', Buffer);
