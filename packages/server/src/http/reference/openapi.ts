/** /openapi.json: the description of every route, made from the schemas that check requests. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Config } from '../../config/config.ts';
import { SESSION_COOKIE } from '../../identity/auth.ts';

const ABOUT = `Turns a sentence into a narrated, animated explainer video.

Send an API key as X-API-Key. Every refusal is {"detail": "<one sentence that names the fix>"}. POST and GET of /v1/videos together may be called 30 times in a window of 60 seconds, the three edit calls 10 times; every answer says how many calls are left and how many seconds the window has.`;

const TAGS = [
  { name: 'Videos', description: 'Submit videos and see how far they have come.' },
  { name: 'Live', description: 'Follow videos instead of asking again and again.' },
  { name: 'Edits', description: 'Change finished videos.' },
  { name: 'Library', description: 'What signed-in people do with their videos; not open to API keys.' },
  { name: 'Files', description: 'What the links in answers lead to.' },
  { name: 'Signing in', description: 'Sessions of people; not open to API keys.' },
  { name: 'Account', description: 'Your own key, token, password and sessions.' },
  { name: 'Organizations', description: 'Organizations, their members and their keys.' },
  { name: 'Invitations', description: 'How people join an organization.' },
];

export function registerSecurity(app: OpenAPIHono): void {
  const { openAPIRegistry: registry } = app;
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'kn_ and 64 hex digits, of a user or an organization.',
  });
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'A token as Supabase issues them.',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'The cookie of somebody who has signed in.',
  });
}

/** The document, made once it is first asked for: by then every route is there. */
export function documentOf(app: OpenAPIHono, config: Pick<Config, 'public_url'>) {
  let made: ReturnType<typeof app.getOpenAPI31Document> | undefined;
  return () => {
    made ??= app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Chalktalk', version: '1', description: ABOUT, license: { name: 'MIT' } },
      servers: [{ url: config.public_url.replace(/\/$/, '') }],
      tags: TAGS,
    });
    return made;
  };
}

export type ApiDocument = ReturnType<ReturnType<typeof documentOf>>;
