/** What a log line tells, and what it never tells. */
import { describe, expect, it } from 'vitest';
import { createLog, logOfJob } from './logs.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): {
  text: string;
  lines: Record<string, unknown>[];
} {
  const written: string[] = [];
  write(createLog({ log_level: 'debug' }, { write: (line) => void written.push(line) }));
  const text = written.join('');
  return {
    text,
    lines: text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

const KEY = `kn_${'ab12'.repeat(16)}`;
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';

describe('the log', () => {
  it('is one JSON object a line, with level, time and the film it is about', () => {
    const { lines } = logged((log) => logOfJob(log, 'a-film').info({ stage: 'voiceover' }, 'stage begun'));
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        pid: process.pid,
        job: 'a-film',
        stage: 'voiceover',
        msg: 'stage begun',
      },
    ]);
  });

  it.each<[string, string, string]>([
    ['a key', `used ${KEY} here`, KEY],
    ['a bearer token', `Authorization: Bearer ${JWT}`, JWT],
    ['a token on its own', `token ${JWT} refused`, JWT],
    [
      'a password in an address',
      'connect postgres://chalktalk:hunter2hunter2@127.0.0.1:5432/x',
      'hunter2hunter2',
    ],
    [
      'a signature of a link',
      'GET /files/videos/a/video.mp4?expires=17&sig=deadbeefdeadbeef',
      'deadbeefdeadbeef',
    ],
    ['a signature of S3', 'https://b.s3/x?X-Amz-Signature=0123abcd&X-Amz-Credential=AKIAXYZ%2F1', '0123abcd'],
    ['a one-time link', 'http://localhost/api/auth/magic-link/verify?token=QwErTyUiOp&x=1', 'QwErTyUiOp'],
    ['a cookie', 'Cookie: better-auth.session_token=s3ss10n.abc; theme=dark', 's3ss10n'],
  ])('hides %s, in messages, fields, errors and their causes', (_, text, secret) => {
    const { text: all } = logged((log) => {
      log.info(text);
      log.info({ url: text, deep: { list: [text] } }, 'fields');
      log.error({ err: new Error(text, { cause: new Error(text) }) }, 'error');
      log.error(new Error(text));
      log.info('with %s', text);
      log.child({ bound: text }).warn('bound');
    });
    expect(all).not.toContain(secret);
    expect(all).toContain('[redacted]');
  });

  it('hides fields by their names, at any depth', () => {
    const { text, lines } = logged((log) =>
      log.info(
        {
          headers: { authorization: 'abc1', cookie: 'abc2', 'x-api-key': 'abc3', host: 'films.example' },
          config: {
            secret: 'abc4',
            database_url: 'abc5',
            jwt: { secret: 'abc6' },
            secret_access_key: 'abc7',
          },
          user: { password: 'abc8', new_password: 'abc9', refresh_token: 'abc0' },
        },
        'all',
      ),
    );
    const bound = logged((log) => log.child({ headers: { cookie: 'abc1' }, api_key: 'abc2' }).info('bound'));
    expect(text + bound.text).not.toMatch(/abc\d/);
    expect(lines[0]).toMatchObject({ headers: { host: 'films.example', cookie: '[redacted]' } });
  });

  it('tells an error with its type, code, stack and cause', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const { lines } = logged((log) => log.error({ err: new TypeError('no', { cause }) }, 'failed'));
    expect(lines[0]!.err).toMatchObject({
      type: 'TypeError',
      message: 'no',
      stack: expect.stringContaining('logs.test.ts'),
      cause: { message: 'refused', code: 'ECONNREFUSED' },
    });
  });

  it('survives what refers to itself, and cuts off what is endless', () => {
    const round: Record<string, unknown> = { name: 'round' };
    round.self = round;
    const { lines } = logged((log) =>
      log.info({ round, long: 'x'.repeat(100_000), bytes: new Uint8Array(9) }, 'odd'),
    );
    expect(JSON.stringify(lines[0]).length).toBeLessThan(25_000);
    expect(lines[0]).toMatchObject({ bytes: '9 bytes' });
  });
});
