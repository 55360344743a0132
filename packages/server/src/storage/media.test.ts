import { describe, expect, it } from 'vitest';
import { mediaTypeOf, savedNameOf } from './media.ts';

describe('a stored file in a browser', () => {
  it('has the type of its extension, and of bytes when that tells nothing', () => {
    expect(mediaTypeOf('videos/x/video.mp4')).toBe('video/mp4');
    expect(mediaTypeOf('videos/x/captions.vtt')).toBe('text/vtt; charset=utf-8');
    expect(mediaTypeOf('videos/x/captions.srt')).toBe('application/x-subrip; charset=utf-8');
    expect(mediaTypeOf('videos/x/thumbnail.png')).toBe('image/png');
    expect(mediaTypeOf('videos/x/transcript.txt')).toBe('text/plain; charset=utf-8');
    expect(mediaTypeOf('videos/x/report.json')).toBe('application/json');
    for (const key of ['a.html', 'a.svg', 'a.js', 'mp4', 'a.constructor', 'a.mp4.clip'])
      expect(mediaTypeOf(key)).toBe('application/octet-stream');
  });

  it('is saved under a name that tells films apart', () => {
    expect(savedNameOf('videos/550e8400-e29b-41d4-a716-446655440000/video.mp4')).toBe('video-550e8400.mp4');
    expect(savedNameOf('videos/550e8400-e29b/name')).toBe('name-550e8400');
    expect(savedNameOf('video.mp4')).toBe('video.mp4');
  });
});
