/**
 * Every setting there is, once: its place in the file, what it must be, what it is for. The variable of the environment
 * follows from the place: `limits.videos` is CHALKTALK_LIMITS_VIDEOS.
 */
import net from 'node:net';
import { z } from 'zod';
import { address, number, oneOf, text, texts, whole, yes } from './setting.ts';

const ADDRESSES = 'a list of addresses or ranges like 10.0.0.0/8';

export const settingsSchema = z.strictObject({
  host: text(255, 'a host name or an address to listen on, like 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1')
    .describe(
      'Where the server listens. `127.0.0.1` is this machine only; `0.0.0.0` is everybody who can reach it.',
    ),
  port: whole(0, 65_535).default(8787).describe('The port it listens on; 0 takes a free one.'),
  public_url: address(['http:', 'https:'], 'https://films.example.com')
    .optional()
    .describe(
      'How clients reach the server: links in answers begin with it. By default `http://localhost` and the port.',
    ),
  trusted_proxies: texts(ADDRESSES)
    .refine((list) => list.every(isAddressOrRange), { error: ADDRESSES })
    .default([])
    .describe('Proxies in front of the server, whose `X-Forwarded-For` tells where a call came from.'),
  data_dir: text(4000, 'a folder')
    .default('./data')
    .describe('The folder that holds the embedded Postgres, the films, the secret and the caches.'),
  database_url: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database')
    .optional()
    .meta({ secret: true, alias: 'DATABASE_URL' })
    .describe('Another Postgres than the embedded one. Servers and workers that share it work together.'),
  secret: text(64, '64 hexadecimal digits, as `openssl rand -hex 32` prints')
    .regex(/^[0-9a-f]{64}$/i, { error: '64 hexadecimal digits, as `openssl rand -hex 32` prints' })
    .optional()
    .meta({ secret: true })
    .describe(
      'Signs links and sessions. By default made once and kept in `<data_dir>/secret`; servers on several machines need the same.',
    ),
  signup: oneOf('open', 'closed').default('closed').describe('Whether strangers may make accounts.'),
  jwt: z
    .strictObject({
      secret: text(1000, 'a text of 32 to 1000 characters')
        .min(32, { error: 'a text of 32 to 1000 characters' })
        .optional()
        .meta({ secret: true })
        .describe('The shared secret of tokens signed with HS256, as Supabase calls it.'),
      jwks_url: address(['http:', 'https:'], 'https://project.supabase.co/auth/v1/.well-known/jwks.json')
        .optional()
        .describe('Where the public keys of tokens signed with RS256, ES256 or EdDSA are published.'),
      audience: text().default('authenticated').describe('The `aud` that tokens must have.'),
      issuer: text().optional().describe('The `iss` that tokens must have; by default any.'),
    })
    .prefault({})
    .describe('Tokens of another issuer, with which its users may call.'),
  storage: z
    .strictObject({
      kind: oneOf('local', 's3')
        .default('local')
        .describe('A folder, or a bucket of S3 or what speaks its language.'),
      dir: text(4000, 'a folder')
        .optional()
        .describe('The folder of `local`; by default `<data_dir>/files`.'),
      bucket: text(63, 'the name of a bucket').optional().describe('The bucket of `s3`, which must exist.'),
      prefix: z
        .string({ error: 'a path like films' })
        .regex(/^([A-Za-z0-9_-][A-Za-z0-9._-]*(\/|$))*$/, {
          error: 'a path of letters, digits, ".", "_", "-" and "/"',
        })
        .max(200, { error: 'a path of at most 200 characters' })
        .default('')
        .describe('What keys in the bucket begin with.'),
      region: text(100)
        .default('us-east-1')
        .meta({ alias: 'AWS_REGION' })
        .describe('The region of the bucket.'),
      endpoint: address(['http:', 'https:'], 'https://minio.example.com')
        .optional()
        .describe('The address of a store other than Amazon’s.'),
      access_key_id: text(200)
        .optional()
        .describe(
          'With its secret; by default AWS_ACCESS_KEY_ID, the AWS files, or the role of the machine.',
        ),
      secret_access_key: text(1000)
        .optional()
        .meta({ secret: true })
        .describe('The secret of `access_key_id`.'),
    })
    .prefault({})
    .describe('Where finished films and the documents of those under way are kept.'),
  retention_days: whole(0, 36_500, 'days')
    .default(0)
    .describe('Days a finished film is kept; 0 keeps it for good.'),
  link_seconds: whole(60, 604_800, 'seconds')
    .default(3600)
    .describe('How long links to files hold, in seconds.'),
  credits: z
    .strictObject({
      enabled: yes().default(false).describe('Whether films cost credits. Accounts begin with none.'),
      per_second: number(0, 1_000_000)
        .default(1)
        .describe('Credits for a second of film, rounded up for each film.'),
    })
    .prefault({})
    .describe('What films cost.'),
  limits: z
    .strictObject({
      videos: whole(1, 1_000_000)
        .default(30)
        .describe('Requests to submit and to look at films that one caller may make in a window.'),
      edits: whole(1, 1_000_000)
        .default(10)
        .describe('Requests about edits that one caller may make in a window.'),
      window_seconds: whole(1, 86_400, 'seconds').default(60).describe('The length of a window, in seconds.'),
      active: whole(1, 1000)
        .default(3)
        .describe('Films of one caller under way at once; the rest wait in line.'),
    })
    .prefault({})
    .describe('What one caller may do. All servers on one database count together.'),
  work: z
    .strictObject({
      workers: whole(0, 64)
        .default(1)
        .describe(
          'Worker processes that the server starts beside itself; 0 leaves the work to `chalktalk worker`.',
        ),
      films: whole(1, 64).default(3).describe('Films that one worker process has under way at once.'),
      scenes: whole(1, 64).default(2).describe('Scenes that one worker process draws at once.'),
      dead_after_ms: whole(1000, 600_000, 'milliseconds')
        .default(5000)
        .describe(
          'Without a sign of life for so long, in milliseconds, a worker counts as dead and others take over its films.',
        ),
      stalled_after_seconds: whole(30, 86_400, 'seconds')
        .default(600)
        .describe('A film that has not moved for so long, in seconds, is failed.'),
      grace_seconds: whole(0, 3600, 'seconds')
        .default(8)
        .describe(
          'How long a stop waits for requests and steps under way, in seconds, before they are handed over.',
        ),
    })
    .prefault({})
    .describe('How films are made.'),
  knowledge_dirs: texts('a list of folders').default([]).describe('Folders of your own notes to draw on.'),
  log_level: oneOf('debug', 'info', 'warn', 'error')
    .default('info')
    .describe('What is logged, on standard error.'),
});

export type Settings = z.output<typeof settingsSchema>;

function isAddressOrRange(text: string): boolean {
  const [address, bits, ...rest] = text.split('/');
  const version = net.isIP(address!);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** One setting, told apart from its section. */
export interface Leaf {
  /** `limits.videos`. */
  path: string;
  /** Variables of the environment that set it; the first wins. */
  variables: string[];
  kind: 'text' | 'number' | 'boolean' | 'list';
  secret: boolean;
  description: string;
  /** Undefined when there is none. */
  default: unknown;
}

export interface Section {
  path: string;
  description: string;
}

/** Every setting, in order, and the sections they stand in. */
export const { leaves, sections } = listSettings();

function listSettings(): { leaves: Leaf[]; sections: Section[] } {
  const found: Leaf[] = [];
  const groups: Section[] = [];
  const visit = (shape: Record<string, z.ZodType>, above: string) => {
    for (const [name, schema] of Object.entries(shape)) {
      const path = above + name;
      const inner = unwrap(schema);
      if (inner instanceof z.ZodObject) {
        groups.push({ path, description: schema.description ?? '' });
        visit(inner.shape as Record<string, z.ZodType>, `${path}.`);
        continue;
      }
      const { secret, alias } = (schema.meta() ?? {}) as { secret?: boolean; alias?: string };
      const absent = schema.safeParse(undefined);
      found.push({
        path,
        variables: [`CHALKTALK_${path.toUpperCase().replace('.', '_')}`, ...(alias ? [alias] : [])],
        kind: kindOf(inner),
        secret: secret === true,
        description: schema.description ?? '',
        default: absent.success ? absent.data : undefined,
      });
    }
  };
  visit(settingsSchema.shape as Record<string, z.ZodType>, '');
  return { leaves: found, sections: groups };
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return unwrap(schema.in as z.ZodType);
  return schema;
}

function kindOf(schema: z.ZodType): Leaf['kind'] {
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  return schema instanceof z.ZodArray ? 'list' : 'text';
}
