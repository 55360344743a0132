/**
 * /rest/v1/corporate_engine_v2: the part of PostgREST that Supabase's client uses to read the table it subscribes to. Rows
 * change through the calls under /v1 alone.
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { isUnreachable } from '../../database/patience.ts';
import { Fault } from '../../errors.ts';
import type { LinkOf } from '../../http/videos/answer.ts';
import type { Services } from '../../services.ts';
import { TABLE } from '../change.ts';
import { decisive, LONGEST_CREDENTIAL } from '../credential.ts';
import { accountsOf, headersOf } from '../grants.ts';
import { RestFault } from './fault.ts';
import { createTable, type Found } from './read.ts';

const SINGLE = 'application/vnd.pgrst.object+json';

const faultSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    details: z.string().nullable(),
    hint: z.string().nullable(),
  })
  .openapi('TableFault');

const route = createRoute({
  method: 'get',
  path: `/rest/v1/${TABLE}`,
  tags: ['Live'],
  summary: 'Read films as Supabase’s client does',
  description:
    'Columns, filters (eq, neq, gt, gte, lt, lte, in, is, like, ilike), order, limit and offset, as PostgREST takes them: status=eq.complete. For supabase.from(…).select(…).',
  security: [{ apiKey: [] }, { bearer: [] }],
  request: {
    query: z.object({
      select: z
        .string()
        .optional()
        .meta({ description: 'Columns, separated by commas.', example: 'uuid,status' }),
      uuid: z.string().optional().meta({
        description: 'A filter; any column may be one.',
        example: 'eq.550e8400-e29b-41d4-a716-446655440000',
      }),
      order: z.string().optional().meta({ example: 'created_at.desc' }),
      limit: z.string().optional(),
      offset: z.string().optional(),
    }),
  },
  responses: {
    200: {
      description: 'The rows that the caller may see.',
      content: { 'application/json': { schema: z.array(z.record(z.string(), z.unknown())) } },
    },
    ...Object.fromEntries(
      Object.entries({
        400: 'A column, filter or value is none.',
        401: 'No valid key or token was sent.',
        406: 'One row was asked for, and it is not one.',
      }).map(([code, description]) => [
        code,
        { description, content: { 'application/json': { schema: faultSchema } } },
      ]),
    ),
  },
});

export function mountTable(app: OpenAPIHono, services: Services, linkOf: LinkOf): void {
  const { identity, database, log } = services;
  const read = createTable(database, linkOf);
  app.openAPIRegistry.registerPath(route);

  // What clients send along grows with their versions, so whatever they ask to send is allowed.
  app.use(
    '/rest/v1/*',
    cors({ origin: '*', allowMethods: ['GET', 'HEAD'], exposeHeaders: ['Content-Range'], maxAge: 86_400 }),
  );

  async function accountsFor(c: Context): Promise<ReadonlySet<string>> {
    const apikey = c.req.header('apikey') ?? c.req.header('x-api-key') ?? c.req.query('apikey') ?? '';
    const token = /^bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const sent = apikey || token;
    if (sent === '' || Math.max(apikey.length, token.length) > LONGEST_CREDENTIAL)
      throw new Fault('unauthenticated', 'Send the key that the client was created with as apikey.');
    const credential = decisive(token, sent);
    // A public key of Supabase's names nobody: there are no rows for it.
    if (credential === undefined) return new Set();
    return accountsOf(identity, await identity.authenticate(headersOf(credential)));
  }

  app.get(`/rest/v1/${TABLE}`, async (c) => {
    try {
      const found = await read({
        search: new URL(c.req.url).searchParams,
        range: c.req.header('range'),
        count: /\bcount=(exact|planned|estimated)\b/.test(c.req.header('prefer') ?? ''),
        accounts: await accountsFor(c),
      });
      return answer(c, found);
    } catch (error) {
      const fault = restFaultOf(error);
      if (fault.status >= 500) log.error({ err: error, request_id: c.get('request_id') }, 'a read failed');
      return c.json(fault.body, fault.status);
    }
  });

  app.on(['POST', 'PATCH', 'PUT', 'DELETE'], `/rest/v1/${TABLE}`, (c) =>
    c.json(
      new RestFault(
        403,
        '42501',
        `permission denied for table ${TABLE}`,
        null,
        'Films are made and changed through POST /v1/videos and POST /v1/edits.',
      ).body,
      403,
    ),
  );
  app.all('/rest/v1/:table', (c) =>
    c.json(
      new RestFault(
        404,
        'PGRST205',
        `Could not find the table 'public.${c.req.param('table').replace(/\W/g, '').slice(0, 63)}' in the schema cache`,
        null,
        `There is ${TABLE} and no other.`,
      ).body,
      404,
    ),
  );
}

function answer(c: Context, { rows, offset, total }: Found): Response {
  if (total !== undefined && offset > 0 && offset >= total)
    throw new RestFault(416, 'PGRST103', 'Requested range not satisfiable', `There are ${total} rows.`);
  const place = rows.length > 0 ? `${offset}-${offset + rows.length - 1}` : '*';
  const headers = { 'Content-Range': `${place}/${total ?? '*'}` };
  if (c.req.header('accept')?.includes(SINGLE)) {
    if (rows.length !== 1)
      throw new RestFault(
        406,
        'PGRST116',
        'Cannot coerce the result to a single JSON object',
        `The result contains ${rows.length} rows`,
      );
    return c.body(JSON.stringify(rows[0]), 200, { ...headers, 'Content-Type': `${SINGLE}; charset=utf-8` });
  }
  return c.json(rows, total !== undefined && rows.length < total ? 206 : 200, headers);
}

function restFaultOf(error: unknown): RestFault {
  if (error instanceof RestFault) return error;
  if (error instanceof Fault)
    return new RestFault(
      error.status,
      error.kind === 'unauthenticated' ? 'PGRST301' : 'PGRST000',
      error.message,
    );
  if (isUnreachable(error))
    return new RestFault(
      503,
      'PGRST001',
      'The database cannot be reached just now; try again in a few seconds.',
    );
  return new RestFault(500, 'PGRST000', 'Something went wrong on our side; try again in a few seconds.');
}
