/** The HTTP server under the app: bounded in time and size, and answering in JSON even what is not HTTP. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** ms; a client that is slower than this is cut off. */
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 60_000;
const IDLE = 65_000;
/** Bytes of headers, all together. */
const LARGEST_HEADERS = 16 * 1024;
const MOST_HEADERS = 100;

const SENTENCES: Record<string, string> = {
  HPE_HEADER_OVERFLOW: `The headers are larger than ${LARGEST_HEADERS / 1024} KB; send fewer or shorter ones.`,
  ERR_HTTP_REQUEST_TIMEOUT: 'The request took too long to arrive; send it again in one go.',
};
const NOT_HTTP = 'This is not a well-formed HTTP/1.1 request; check its request line, headers and lengths.';

const answerOf = (detail: string) => JSON.stringify({ detail });

/** A server that listens once `.listen(port, host)` is called on it. */
export function createHttpServer(app: {
  fetch(request: Request, env: object): Response | Promise<Response>;
}): Server {
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    // Requests whose target or host makes no URL never reach the app.
    errorHandler: () =>
      new Response(answerOf(NOT_HTTP), {
        status: 400,
        headers: { 'Content-Type': 'application/json', Connection: 'close' },
      }),
  });
  const server = createServer(
    {
      headersTimeout: HEADERS_WITHIN,
      requestTimeout: REQUEST_WITHIN,
      keepAliveTimeout: IDLE,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: LARGEST_HEADERS,
      // The listener answers a missing Host itself, in JSON.
      requireHostHeader: false,
    },
    listener,
  );
  server.maxHeadersCount = MOST_HEADERS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const body = answerOf(SENTENCES[error.code ?? ''] ?? NOT_HTTP);
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    const body = answerOf('The header Expect asks for what this server does not do; leave it out.');
    response.writeHead(400, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      Connection: 'close',
    });
    response.end(body);
  });
  return server;
}
