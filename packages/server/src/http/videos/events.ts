/**
 * GET /v1/videos/{uuid}/events: the same answer as a poll, sent again whenever it changes, as server-sent events. For
 * clients without Supabase's library: a browser's EventSource, or curl.
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Fault } from '../../errors.ts';
import { refusal } from '../../identity/authenticate.ts';
import { assertAllowed, rateHeaders } from '../../limits/rate-limit.ts';
import type { Change } from '../../live/change.ts';
import { Gate } from '../../live/gate.ts';
import type { Grant, Holder } from '../../live/grants.ts';
import type { Follower } from '../../live/hub.ts';
import type { Services } from '../../services.ts';
import { BY_KEY, rateLimitHeaders, refusals, uuidParam } from '../documented.ts';
import { type LinkOf, videoAnswer } from './answer.ts';
import { askerOf, ownFilm, uuidOf } from './poll.ts';
import type { PolledFilm, Reader } from './reader.ts';

/** Events that a client has not yet taken; beyond, it is cut off, and gets the state as it stands when it comes back. */
const MOST_UNTAKEN = 100;
/** What a browser waits before it comes back, ms. */
const RETRY = 2000;

const route = createRoute({
  method: 'get',
  path: '/v1/videos/{uuid}/events',
  tags: ['Live'],
  summary: 'Follow a video as server-sent events',
  description:
    'The current state first, then each change of status or progress: the data of an event is what GET /v1/videos/{uuid} answers. Ends once the video is complete or failed; comments in between keep the connection open. Opening it counts as one request.',
  security: BY_KEY,
  request: {
    params: uuidParam,
    headers: z.object({
      'Last-Event-ID': z.string().optional().meta({ description: 'Sent by browsers that come back.' }),
    }),
  },
  responses: {
    200: {
      description: 'Events, until the video has ended.',
      content: { 'text/event-stream': { schema: z.string() } },
      headers: rateLimitHeaders,
    },
    204: { description: 'The video has ended, and its last event has been taken; do not come back.' },
    ...refusals(401, 403, 404, 429, 500),
  },
});

export function mountEvents(app: OpenAPIHono, services: Services, reader: Reader, linkOf: LinkOf): void {
  const { identity, live } = services;
  app.openAPIRegistry.registerPath(route);

  app.get('/v1/videos/:uuid/events', async (c) => {
    const uuid = uuidOf(c.req.param('uuid'));
    if (!(await live.listening())) throw notServed();
    const stream = new EventStream(services, linkOf);
    try {
      await stream.follow(credentialOf(c), uuid);
      // Read only now, so that nothing falls between the state and the first change.
      const reading = await reader.read(await askerOf(identity, c.req.raw.headers), uuid);
      if (!reading) throw refusal();
      if (reading.key_id) identity.noteKeyUse(reading.key_id);
      assertAllowed(reading.standing);
      const film = ownFilm(reading.film);
      const headers = {
        ...rateHeaders(reading.standing),
        'Content-Type': 'text/event-stream; charset=utf-8',
        'X-Accel-Buffering': 'no',
      };
      const taken = hasEnded(film) && c.req.header('last-event-id') === film.updated_at;
      if (taken || c.req.method === 'HEAD') {
        stream.end();
        return c.body(null, taken ? 204 : 200, headers);
      }
      return c.body(stream.open(film), 200, headers);
    } catch (error) {
      stream.end();
      throw error;
    }
  });
}

const notServed = () =>
  new Fault('unavailable', 'Live updates are not served just now; try again in a few seconds.', {
    headers: { 'Retry-After': '2' },
  });

/** What says who is calling, and nothing else of the headers: it is kept as long as the stream. */
function credentialOf(c: Context): Headers {
  const headers = new Headers();
  for (const name of ['x-api-key', 'authorization', 'cookie', 'origin', 'host']) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

const hasEnded = ({ status }: { status: string }) => status === 'complete' || status === 'failed';

class EventStream implements Follower, Holder {
  #services: Services;
  #linkOf: LinkOf;
  #grant: Grant | undefined;
  #gate = new Gate();
  #ends: (() => void)[] = [];
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #account: string | undefined;
  #last = '';
  #ended = false;

  constructor(services: Services, linkOf: LinkOf) {
    this.#services = services;
    this.#linkOf = linkOf;
  }

  get accounts(): ReadonlySet<string> {
    return this.#grant?.accounts ?? new Set();
  }

  /** @throws Fault when nobody valid asks, or has too many streams */
  async follow(headers: Headers, uuid: string | null): Promise<void> {
    const { hub, grants, owners, endWith } = this.#services.live;
    this.#untilEnd(endWith(() => this.end('The server restarts; come back.')));
    const grant = await grants.hold(headers, this);
    this.#grant = grant;
    this.#untilEnd(() => grants.release(grant, this));
    if (!owners.enter(grant.owner))
      throw new Fault('rate_limited', 'Too many connections of this account are open; close some first.', {
        headers: { 'Retry-After': '10' },
      });
    this.#untilEnd(() => owners.leave(grant.owner));
    hub.follow(this, uuid ? [uuid] : []);
    this.#untilEnd(() => hub.leave(this));
  }

  /** @throws Fault `unavailable` when it has ended before it began: changes were lost, or what its caller may see changed */
  open(film: PolledFilm): ReadableStream<Uint8Array> {
    if (this.#ended) throw notServed();
    const beat = setInterval(() => this.#write(': still here\n\n'), this.#services.live.beat_ms);
    beat.unref();
    this.#untilEnd(() => clearInterval(beat));
    return new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller;
          this.#write(`retry: ${RETRY}\n\n`);
          this.#tell(film);
          for (const change of this.#gate.open([film])) this.#take(change);
        },
        cancel: () => this.end(),
      },
      new CountQueuingStrategy({ highWaterMark: MOST_UNTAKEN }),
    );
  }

  /** To be undone when it ends; at once when it has. */
  #untilEnd(undo: () => void): void {
    if (this.#ended) undo();
    else this.#ends.push(undo);
  }

  deliver(change: Change): void {
    this.#account = change.account;
    try {
      if (this.#gate.passes(change)) this.#take(change);
    } catch {
      this.end();
    }
  }

  onChange(): void {
    // Of whose film it is nobody has told yet when it has not changed; then the end of a membership ends it too.
    if (!this.#account || !this.accounts.has(this.#account))
      this.end('What you may see has changed; come back.');
  }

  onEnd(reason: string): void {
    this.end(reason);
  }

  #take(change: Change): void {
    if (change.type === 'DELETE') this.end('The video was removed.');
    else this.#tell(change.row);
  }

  /** Signs of life alone are no event. */
  #tell(film: PolledFilm): void {
    const { status, progress, error_message } = film;
    const state = JSON.stringify([status, progress, error_message]);
    if (state === this.#last) return;
    this.#last = state;
    this.#write(`id: ${film.updated_at}\ndata: ${JSON.stringify(videoAnswer(film, this.#linkOf))}\n\n`);
    if (hasEnded(film)) this.end();
  }

  #write(text: string): void {
    if (this.#ended || !this.#controller) return;
    if ((this.#controller.desiredSize ?? 0) <= 0) this.end();
    else this.#controller.enqueue(new TextEncoder().encode(text));
  }

  end(reason?: string): void {
    if (reason) this.#write(`: ${reason}\n\n`);
    if (this.#ended) return;
    this.#ended = true;
    for (const end of this.#ends.reverse()) end();
    try {
      this.#controller?.close();
    } catch {
      // Its client has closed it.
    }
  }
}
