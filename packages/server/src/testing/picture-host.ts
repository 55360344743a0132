/** Hosts that serve pictures over https to tests, each on a loopback address of its own, under a certificate of the test's. */
import type { RequestListener } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** Names that the certificate holds for. */
const NAMES = ['pictures.example', 'other.example'];

export interface PictureHost {
  /** https://pictures.example:<port> */
  url: string;
  port: number;
  /** What was asked, as `HEAD /path`. */
  asked: string[];
  close(): Promise<void>;
}

let made: { private: string; cert: string } | undefined;
export function certificate() {
  made ??= generate([{ name: 'commonName', value: NAMES[0]! }], {
    days: 2,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: NAMES.map((value) => ({ type: 2, value })) },
    ],
  } as Parameters<typeof generate>[1]);
  return { key: made.private, cert: made.cert };
}

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** @param address one of 127.0.0.0/8 @param port for a second host beside a first one */
export async function pictureHost(address: string, answer: RequestListener, port = 0): Promise<PictureHost> {
  const asked: string[] = [];
  const server = https.createServer(certificate(), (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `https://${NAMES[0]}:${bound}`,
    port: bound,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers `/good.png` as it should, and other paths as their names say. */
export const pictures: RequestListener = (request, response) => {
  const { pathname } = new URL(request.url!, 'https://pictures.example');
  const head = (headers: Record<string, string | number>) => response.writeHead(200, headers);
  const png = { 'Content-Type': 'image/png', 'Content-Length': PNG.length };
  switch (pathname) {
    case '/good.png':
      return void head(png).end(request.method === 'GET' ? PNG : undefined);
    case '/page.html':
      return void head({ 'Content-Type': 'text/html', 'Content-Length': 5 }).end();
    case '/untyped':
      return void head({ 'Content-Length': 5 }).end();
    case '/5MB.png':
      return void head({ ...png, 'Content-Length': 5 * 1024 * 1024 }).end();
    case '/large.png':
      return void head({ ...png, 'Content-Length': 5 * 1024 * 1024 + 1 }).end();
    case '/unsized.png':
      return void head({ 'Content-Type': 'image/png', 'Transfer-Encoding': 'chunked' }).end();
    case '/endless.png': {
      // Says it is small to HEAD, and then does not end.
      if (request.method === 'HEAD') return void head(png).end();
      head({ 'Content-Type': 'image/png' });
      const megabyte = Buffer.alloc(1024 * 1024);
      const more = (): void => {
        while (!response.destroyed && response.write(megabyte));
        if (!response.destroyed) response.once('drain', more);
      };
      return more();
    }
    case '/turned.png':
      // An image to HEAD, a page to GET.
      head({ ...png, 'Content-Type': request.method === 'HEAD' ? 'image/png' : 'text/html' });
      return void response.end(request.method === 'GET' ? PNG : undefined);
    case '/silent.png':
      return;
    case '/missing.png':
      return void response.writeHead(404).end();
    case '/once':
      return void response.writeHead(302, { Location: '/good.png' }).end();
    case '/twice':
      return void response.writeHead(302, { Location: '/once' }).end();
    case '/nowhere':
      return void response.writeHead(302).end();
    case '/away': {
      const to = new URL(request.url!, 'https://pictures.example').searchParams.get('to')!;
      return void response.writeHead(302, { Location: to }).end();
    }
    default:
      return void response.writeHead(500).end();
  }
};
