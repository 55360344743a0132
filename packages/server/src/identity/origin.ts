/**
 * Which pages may call with a session's cookie: ours. A browser names the page's origin in every call that another page
 * could forge, so one that names another is not served.
 */
import type { Config } from '../config/config.ts';

/**
 * True for the public address, and for the address this very request came to: a cookie belongs to a host, so a page of
 * the host it is sent to is ours, whatever name the server goes by there.
 */
export function isOwnOrigin(origin: string, headers: Headers, config: Pick<Config, 'public_url'>): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  return url.origin === new URL(config.public_url).origin || url.host === headers.get('host')?.toLowerCase();
}

/** The origins a request may name, for better-auth. */
export function ownOrigins(headers: Headers, config: Pick<Config, 'public_url'>): string[] {
  const origin = headers.get('origin');
  return origin && isOwnOrigin(origin, headers, config) ? [new URL(origin).origin] : [];
}
