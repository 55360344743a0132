/** Where HTTP turns into a WebSocket: the one path that does, and requests that ask for something else there. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { LONGEST_CREDENTIAL } from './credential.ts';
import { type Version, versionOf } from './frames.ts';

export const SOCKET_PATH = '/realtime/v1/websocket';
/** Bytes. */
export const LARGEST_FRAME = 64 * 1024;

export interface Accepted {
  socket: WebSocket;
  apikey: string;
  version: Version;
}

export interface Door {
  /** @returns why nobody is let in just now, or undefined */
  closedBecause(): Promise<string | undefined>;
  onSocket(accepted: Accepted): void;
}

export function attachUpgrades(server: Server, door: Door): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, clientTracking: false });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') return asPlain(server, request, socket, head);
    // Whoever hangs up meanwhile is no fault of ours.
    socket.on('error', () => socket.destroy());
    admit(request, door).then(
      (admitted) => {
        if (typeof admitted === 'object' && 'code' in admitted) return refuse(socket, admitted);
        sockets.handleUpgrade(request, socket, head, (accepted) =>
          door.onSocket({ socket: accepted, ...admitted }),
        );
      },
      () => socket.destroy(),
    );
  });
}

interface Refused {
  code: number;
  detail: string;
}

async function admit(request: IncomingMessage, door: Door): Promise<Omit<Accepted, 'socket'> | Refused> {
  const [path, query = ''] = (request.url ?? '').split('?', 2);
  if (path !== SOCKET_PATH)
    return { code: 404, detail: `There is no WebSocket at this path; live updates are at ${SOCKET_PATH}.` };
  const asked = new URLSearchParams(query);
  const apikey = asked.get('apikey') ?? String(request.headers.apikey ?? '');
  if (apikey === '' || apikey.length > LONGEST_CREDENTIAL)
    return { code: 401, detail: 'Connect with apikey, the key that the client was created with.' };
  const version = versionOf(asked.get('vsn'));
  if (!version) return { code: 400, detail: 'This protocol version is not served; use vsn=1.0.0 or 2.0.0.' };
  const closed = await door.closedBecause();
  if (closed) return { code: 503, detail: closed };
  return { apikey, version };
}

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  503: 'Service Unavailable',
};

function refuse(socket: Duplex, { code, detail }: Refused): void {
  const body = JSON.stringify({ detail });
  socket.end(
    `HTTP/1.1 ${code} ${REASONS[code]}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/**
 * Clients that offer HTTP/2 (Java's does with its first request) are content with HTTP/1.1. Node leaves every offer to us
 * once there is a listener, so the request is read once more, without the offer.
 */
function asPlain(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const lines = [`${request.method} ${request.url} HTTP/${request.httpVersion}`];
  const { rawHeaders } = request;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    if (/^(upgrade|connection|http2-settings)$/i.test(name)) continue;
    lines.push(`${name}: ${rawHeaders[index + 1]}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}
