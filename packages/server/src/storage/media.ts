/** What a stored file is to a browser: its media type, and the name it is saved under. */

const TYPES: Record<string, string> = {
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
};

export function mediaTypeOf(key: string): string {
  const extension = /\.([a-z0-9]+)$/.exec(key)?.[1] ?? '';
  return Object.hasOwn(TYPES, extension) ? TYPES[extension]! : 'application/octet-stream';
}

/** `videos/550e8400-…/video.mp4` is saved as `video-550e8400.mp4`, so that films do not overwrite each other. */
export function savedNameOf(key: string): string {
  const parts = key.split('/');
  const name = parts.pop()!;
  const film = parts.pop()?.slice(0, 8).replace(/\W/g, '');
  if (!film) return name;
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)}-${film}${name.slice(dot)}` : `${name}-${film}`;
}
