import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IdentityServer, PASSWORD, startIdentity } from '../testing/identity-server.ts';

let open: IdentityServer;
beforeAll(async () => {
  open = await startIdentity({ signup: 'open' });
});
afterAll(() => open.close());

describe('pages', () => {
  test('of other origins cannot use a session', async () => {
    const { cookie } = await open.user('browsing@example.com');
    const ours = new URL(open.url).origin;
    const make = (headers: Record<string, string>) =>
      open.call('POST', '/api/key', { headers: { cookie, ...headers } });
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1:1',
      `${ours}.evil.example`,
      'http://',
    ]) {
      const answer = await make({ origin });
      expect([origin, answer.status]).toEqual([origin, 403]);
      // Whoever reads the session by itself refuses it as well.
      expect((await open.call('POST', '/whoami', { headers: { cookie, origin } })).status).toBe(401);
    }
    expect((await make({})).status).toBe(403);
    expect((await make({ origin: ours })).status).toBe(200);
    expect((await make({ origin: 'http://127.0.0.1:8787' })).status).toBe(200);
    const signedOut = await open.call('POST', '/api/auth/sign-out', {
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect(signedOut.status).toBe(403);
    expect((await open.call('GET', '/api/me', { headers: { cookie } })).status).toBe(200);
  });

  test('of other origins cannot sign anybody in', async () => {
    await open.user('victim@example.com');
    const answer = await open.call('POST', '/api/auth/sign-in/email', {
      json: { email: 'victim@example.com', password: PASSWORD },
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

test('nothing of better-auth answers but what is documented', async () => {
  const user = await open.user('curious@example.com');
  for (const path of [
    '/ok',
    '/list-sessions',
    '/delete-user',
    '/update-user',
    '/verify-email',
    '/error',
    '/change-email',
  ])
    for (const method of ['GET', 'POST'])
      expect((await user.call(method, `/api/auth${path}`)).status).toBe(404);
});
