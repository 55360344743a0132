import { describe, expect, it } from 'vitest';
import { checkLink, signedLink } from './links.ts';

const config = { secret: 'ab'.repeat(32), public_url: 'https://films.example.com/base/', link_seconds: 3600 };
const KEY = 'videos/550e8400-e29b-41d4-a716-446655440000/video.mp4';
const NOW = 1_800_000_000_000;

function given(link: string) {
  const { searchParams } = new URL(link);
  return { expires: searchParams.getAll('expires'), signature: searchParams.getAll('signature') };
}

describe('a link to a file', () => {
  it('begins with the public address, and holds as long as the settings say', () => {
    const link = signedLink(config, KEY, NOW);
    expect(link).toMatch(
      new RegExp(
        `^https://films\\.example\\.com/base/files/${KEY}\\?expires=1800003600&signature=[0-9a-f]{64}$`,
      ),
    );
    expect(checkLink(config, KEY, given(link), NOW)).toBe(3600);
    expect(checkLink(config, KEY, given(link), NOW + 3_599_000)).toBe(1);
  });

  it('says that a fresh one is to be had once it has expired', () => {
    const link = signedLink(config, KEY, NOW);
    expect(() => checkLink(config, KEY, given(link), NOW + 3_600_000)).toThrow(
      'This link has expired; fetch the video again for a fresh one.',
    );
  });

  it('is refused when anything of it was changed', () => {
    const { expires, signature } = given(signedLink(config, KEY, NOW));
    const refused = (key: string, changed: { expires: string[]; signature: string[] }, other = config) =>
      expect(() => checkLink(other, key, changed, NOW), JSON.stringify([key, changed])).toThrow(
        'This link is not valid; fetch the video again for a fresh one.',
      );
    refused(KEY.replace('video.mp4', 'report.json'), { expires, signature });
    refused(`${KEY}x`, { expires, signature });
    refused(KEY, { expires: ['1800003601'], signature });
    refused(KEY, { expires, signature }, { ...config, secret: 'cd'.repeat(32) });
    for (const expiry of [
      '',
      '01800003600',
      ' 1800003600',
      '1800003600.0',
      '1.8e9',
      '-1',
      'x',
      '9'.repeat(20),
    ])
      refused(KEY, { expires: [expiry], signature });
    for (const changed of [
      '',
      '0',
      signature[0]!.toUpperCase(),
      signature[0]!.slice(1),
      `${signature[0]}0`,
      'g'.repeat(64),
    ])
      if (changed !== signature[0]) refused(KEY, { expires, signature: [changed] });
    for (let index = 0; index < 64; index += 1) {
      const digit = signature[0]![index] === '0' ? '1' : '0';
      refused(KEY, {
        expires,
        signature: [signature[0]!.slice(0, index) + digit + signature[0]!.slice(index + 1)],
      });
    }
    refused(KEY, { expires: [], signature });
    refused(KEY, { expires, signature: [] });
    refused(KEY, { expires: [...expires, ...expires], signature });
    refused(KEY, { expires, signature: [...signature, ...signature] });
  });

  it('is made of no key that is not one', () => {
    expect(() => signedLink(config, '../secret', NOW)).toThrow();
  });
});
