export { type Clip, pruneClips } from './clip.ts';
export { readFilm } from './decode.ts';
export { packetHashes, runHashes } from './demux.ts';
export { assembleFilm, FILM_FILES, publishFilm, SHEET_FILE } from './publish.ts';
export { clipsOf, createRenderPool, frameCount, type RenderPool } from './render.ts';
export { contactSheet, filmSheet, type Moment } from './sheet.ts';
