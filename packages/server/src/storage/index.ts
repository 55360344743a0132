/** What the rest of the server may use of storage. */
export { signedLink } from './links.ts';
export { mountFiles } from './routes.ts';
export { type Content, createStorage, type Range, type Storage, type StoredFile } from './storage.ts';
export { startSweeper, sweep } from './sweep.ts';
