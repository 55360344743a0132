/** What every answer carries, whoever makes it: a request id, and headers that keep browsers from doing harm. */
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config/config.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Names this request in logs; taken from X-Request-Id when it has a harmless form. */
    request_id: string;
  }
}

const HARMLESS_ID = /^[\w.-]{1,64}$/;

export function envelope({ public_url }: Pick<Config, 'public_url'>): MiddlewareHandler {
  const fixed: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
    // Answers belong to one caller and are out of date at once.
    ['Cache-Control', 'no-store'],
  ];
  if (public_url.startsWith('https:'))
    fixed.push(['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']);
  return async function envelope(c, next) {
    const sent = c.req.header('x-request-id');
    const request_id = sent && HARMLESS_ID.test(sent) ? sent : randomUUID();
    c.set('request_id', request_id);
    await next();
    const { headers } = c.res;
    headers.set('X-Request-Id', request_id);
    for (const [name, value] of fixed) if (!headers.has(name)) headers.set(name, value);
  };
}
