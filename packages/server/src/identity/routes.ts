/** Everything of identity that can be called: /api/auth and the rest of /api, documented like the contract itself. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { Fault } from '../errors.ts';
import { sentenceOf } from '../http/schema-fault.ts';
import type { Services } from '../services.ts';
import { accountRoutes } from './account-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { organizationRoutes } from './organization-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { boundBodies, refuseKeys, refuseOtherPages } from './signed-in.ts';

/** Mount it before anything else under /api: what guards its calls guards theirs too. */
export function mountIdentity(app: OpenAPIHono, services: Services): void {
  const identity = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw new Fault('bad_request', sentenceOf(result.error));
    },
  });
  identity.use('/api/*', refuseKeys(services), refuseOtherPages(services), boundBodies);
  signInRoutes(identity, services);
  accountRoutes(identity, services);
  organizationRoutes(identity, services);
  invitationRoutes(identity, services);
  app.route('/', identity);
}
