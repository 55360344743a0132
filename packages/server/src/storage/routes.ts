/**
 * `GET` and `HEAD /files/<key>`: what signed links lead to. The signature is looked at before anything else is; from then
 * on it is a plain file server with ranges, for players and caption tracks of any origin.
 */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, Env } from 'hono';
import { cors } from 'hono/cors';
import { Fault } from '../errors.ts';
import type { Services } from '../services.ts';
import { bodyOf } from './body.ts';
import { isKey, missing } from './keys.ts';
import { checkLink } from './links.ts';
import { mediaTypeOf, savedNameOf } from './media.ts';
import { askedRange } from './range.ts';
import type { StoredFile } from './storage.ts';

const FOLDER = '/files/';
/** A file's bytes may be replaced under its key, so caches ask again after this, s. */
const FRESH = 3600;

type Needed = Pick<Services, 'config' | 'storage'>;

/** Adds the routes to the app, and their description to its reference. */
export function mountFiles<E extends Env>(app: OpenAPIHono<E>, services: Needed): void {
  describeFiles(app);
  app.use(
    `${FOLDER}*`,
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD'],
      allowHeaders: ['Range', 'If-Range', 'If-None-Match'],
      exposeHeaders: ['Accept-Ranges', 'Content-Disposition', 'Content-Length', 'Content-Range', 'ETag'],
      maxAge: 86_400,
    }),
  );
  app.get(`${FOLDER}*`, async (c) => {
    const { pathname } = new URL(c.req.url);
    // As it was sent: keys need no escapes, so a path with one is not a key.
    const key = pathname.slice(pathname.indexOf(FOLDER) + FOLDER.length);
    if (!isKey(key)) throw missing();
    const left = checkLink(services.config, key, {
      expires: c.req.queries('expires') ?? [],
      signature: c.req.queries('signature') ?? [],
    });
    return answer(c, services, key, left);
  });
}

async function answer(c: Context, { storage }: Needed, key: string, left: number): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const file = await storage.stat(key);
    if (!file) throw missing();
    const { status, headers, range } = decide(c.req.raw, file, left);
    if (status === 416)
      return c.json(
        { detail: `This file has ${file.size} bytes; ask for a range within them.` },
        416,
        headers as Record<string, string>,
      );
    // hono drops the body of an answer to HEAD, and whatever had been opened for it would stay open.
    if (status === 304 || c.req.raw.method === 'HEAD' || file.size === 0)
      return new Response(null, { status, headers });
    try {
      const stream = await storage.stream(key, { ...range, etag: file.etag });
      return new Response(bodyOf(stream), { status, headers });
    } catch (error) {
      // Replaced between the look at it and its opening: once more, from the start.
      if (!(error instanceof Fault && error.kind === 'conflict') || attempt === 3) throw error;
    }
  }
}

interface Decision {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  range?: { start: number; end: number };
}

function decide(request: Request, file: StoredFile, left: number): Decision {
  const etag = `"${file.etag}"`;
  const headers: Record<string, string> = {
    'Accept-Ranges': 'bytes',
    'Cache-Control': `private, max-age=${Math.min(FRESH, Math.floor(left))}`,
    // A film that is opened by itself is a page of the browser's own, which plays what it lies in.
    'Content-Security-Policy':
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  };
  if (holds(request.headers.get('if-none-match'), etag)) return { status: 304, headers };
  const condition = request.headers.get('if-range');
  // A date never proves that the file is the same: only its tag does.
  const asked =
    condition === null || condition.trim() === etag
      ? askedRange(request.headers.get('range') ?? undefined, file.size)
      : 'whole';
  if (asked === 'unsatisfiable')
    return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${file.size}` } };
  const described = {
    ...headers,
    'Content-Type': mediaTypeOf(file.key),
    'Content-Disposition': `inline; filename="${savedNameOf(file.key)}"`,
  };
  if (asked === 'whole')
    return { status: 200, headers: { ...described, 'Content-Length': String(file.size) } };
  const { start, end } = asked;
  return {
    status: 206,
    headers: {
      ...described,
      'Content-Length': String(end - start + 1),
      'Content-Range': `bytes ${start}-${end}/${file.size}`,
    },
    range: asked,
  };
}

/** Whether an `If-None-Match` names this tag, weakly or not. */
function holds(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}

function describeFiles<E extends Env>(app: OpenAPIHono<E>): void {
  const detail = {
    content: { 'application/json': { schema: z.object({ detail: z.string() }) } },
  };
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/files/{key}',
    tags: ['Files'],
    summary: 'A file of a finished video',
    description:
      'What the links in `result` lead to. Links are signed and expire; a fresh GET of the video gives fresh ones. ' +
      'Range requests are answered, from any origin, and HEAD works alike.',
    request: {
      params: z.object({
        key: z.string().openapi({ example: 'videos/550e8400-e29b-41d4-a716-446655440000/video.mp4' }),
      }),
      query: z.object({
        expires: z.string().describe('When the link ends, s since 1970.'),
        signature: z.string().describe('64 hex digits.'),
      }),
    },
    responses: {
      200: { description: 'The file.' },
      206: { description: 'The range of it that was asked for.' },
      304: { description: 'The file is what the client has.' },
      403: { description: 'The link was changed or has expired; fetch the video again.', ...detail },
      404: { description: 'There is no such file (any more).', ...detail },
      416: { description: 'The range lies outside the file.', ...detail },
    },
  });
}
