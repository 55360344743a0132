/** The HTTP service as one app: everything it answers, and what all answers share. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { Fault } from '../errors.ts';
import { mountIdentity } from '../identity/routes.ts';
import { mountTable } from '../live/rest/routes.ts';
import type { Services } from '../services.ts';
import { signedLink } from '../storage/links.ts';
import { mountFiles } from '../storage/routes.ts';
import { mountEdits } from './edits/edits.ts';
import { envelope } from './envelope.ts';
import { answerFaults } from './faults.ts';
import { faultsOfUnmatched } from './methods.ts';
import { mountPages } from './pages/pages.ts';
import { registerSecurity } from './reference/openapi.ts';
import { mountReference } from './reference/reference.ts';
import { sentenceOf } from './schema-fault.ts';
import { mountEvents } from './videos/events.ts';
import { mountLibrary } from './videos/library.ts';
import { mountPoll } from './videos/poll.ts';
import { createReader } from './videos/reader.ts';
import { mountSubmit } from './videos/submit.ts';

/** Pages of any site may call the contract: they bring a key or a token of their own, and never a cookie of ours. */
const anyPage = cors({
  origin: '*',
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'X-API-Key', 'X-Request-Id'],
  allowMethods: ['GET', 'POST'],
  exposeHeaders: [
    'Retry-After',
    'X-RateLimit-Limit',
    'X-RateLimit-Remaining',
    'X-RateLimit-Reset',
    'X-Request-Id',
  ],
  maxAge: 86_400,
});

export function createApp(services: Services): OpenAPIHono {
  const { config, database, log } = services;
  const linkOf = (key: string) => signedLink(config, key);
  const reader = createReader(database, config.limits);

  const app = new OpenAPIHono({
    // For routes that leave the checking to the framework.
    defaultHook: (result) => {
      if (!result.success) throw new Fault('bad_request', sentenceOf(result.error));
    },
  });
  registerSecurity(app);
  const answerFault = answerFaults(log);
  const faultOfUnmatched = faultsOfUnmatched(app);
  app.onError(answerFault);
  app.notFound((c) => answerFault(faultOfUnmatched(c), c));
  app.use(envelope(config));
  // Programs send no Origin, and most polls are theirs.
  app.use('/v1/*', (c, next) => (c.req.header('origin') === undefined ? next() : anyPage(c, next)));
  // First, because it guards everything under /api.
  mountIdentity(app, services);
  mountSubmit(app, services);
  mountPoll(app, services, reader, linkOf);
  mountEvents(app, services, reader, linkOf);
  mountEdits(app, services, linkOf);
  mountLibrary(app, services, linkOf);
  mountTable(app, services, linkOf);
  mountFiles(app, services);
  mountPages(app, services, linkOf);
  mountReference(app, config);
  return app;
}
