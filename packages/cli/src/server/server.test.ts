/** The command as scripts and people use it: a process, its first line, its refusals, its end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/chalktalk.mjs', import.meta.url));
const running = new Set<ChildProcess>();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-cli-'));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGTERM');
  await Promise.all([...running].map((child) => once(child, 'exit')));
  await rm(folder, { recursive: true, force: true });
});

function chalktalk(args: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, CHALKTALK_CACHE: path.join(folder, 'cache'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs to the end. */
async function outcome(args: string[], env?: Record<string, string>) {
  const child = chalktalk(args, env);
  const [out, err, [code]] = await Promise.all([
    textOf(child.stdout!),
    textOf(child.stderr!),
    once(child, 'exit'),
  ]);
  return { out, err, code: code as number };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

/** A server without workers, once it answers. Everything that it says afterwards is gathered. */
async function serve(data: string) {
  const child = chalktalk(['server', '--port', '0', '--data', data, '--workers', '0', '--json']);
  const errors: string[] = [];
  child.stderr!.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout! });
  const first = new Promise<string>((resolve, reject) => {
    reader.on('line', (line) => {
      lines.push(line);
      resolve(line);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${errors.join('')}`)));
  });
  const told = JSON.parse(await first) as { url: string; api_key: string | null; sign_in: string };
  return { child, told, lines, errors };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill(signal);
  return (await exit)[0] as number | null;
}

describe('chalktalk server', () => {
  it('tells its address, first key and sign-in link in one line, and keeps films over a kill and a restart', async () => {
    const data = path.join(folder, 'data');
    const first = await serve(data);
    const { url, api_key, sign_in } = first.told;
    expect(Object.keys(first.told)).toEqual(['url', 'api_key', 'sign_in']);
    expect(api_key).toMatch(/^kn_[0-9a-f]{64}$/);
    expect(sign_in.startsWith(url)).toBe(true);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', tables: 'ok', storage: 'ok' },
    });
    const headers = { 'X-API-Key': api_key!, 'Content-Type': 'application/json' };
    const submitted = await fetch(`${url}/v1/videos`, {
      method: 'POST',
      headers,
      body: '{"videos":[{"task":"Explain how HTTPS works in 30 seconds"}]}',
    });
    const { results } = (await submitted.json()) as { results: { uuid: string }[] };
    const { uuid } = results[0]!;
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('route="/v1/videos",code="200"');
    expect(metrics).toContain('chalktalk_films{status="queued"} 1');
    await end(first.child, 'SIGKILL');

    const second = await serve(data);
    expect(second.told.api_key).toBeNull();
    expect(second.told.sign_in).not.toBe(sign_in);
    expect(second.errors.join('')).toContain('Postgres adopted');
    const film = await fetch(`${second.told.url}/v1/videos/${uuid}`, { headers });
    expect(await film.json()).toMatchObject({ uuid, status: 'queued', is_failed: false });
    expect(await end(second.child, 'SIGTERM')).toBe(0);
    expect(second.lines).toHaveLength(1);
    // Neither the key nor the link is logged.
    const logs = [...first.errors, ...second.errors].join('');
    expect(logs).not.toContain(api_key);
    expect(logs).not.toContain(new URL(sign_in).searchParams.get('token'));
    await expect(readFile(path.join(data, 'postgres', 'postmaster.pid'))).rejects.toThrow(/ENOENT/);
  });

  it('says in one sentence what to do, with exit code 2, when it cannot start', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    await writeFile(path.join(folder, 'file'), '');
    const data = ['--data', path.join(folder, 'other')];
    const cases: [string[], Record<string, string>, RegExp][] = [
      [['--port', String(port), ...data], {}, /^Port \d+ is in use; choose another with --port/],
      [
        ['--data', path.join(folder, 'file', 'x')],
        {},
        /cannot be written; choose one you may write to with --data/,
      ],
      [
        ['--port', '0', ...data],
        { DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/films' },
        /^Nothing answers at 127\.0\.0\.1:1; start Postgres there, or set DATABASE_URL/,
      ],
      [['--port', 'many'], {}, /^--port must be a whole number from 0 to 65535; it is "many"/],
      [[], { CHALKTALK_PRT: '1' }, /did you mean CHALKTALK_PORT\?/],
      [
        ['--host', '203.0.113.9', '--port', '0', ...data],
        {},
        /is no address of this machine; choose another with --host/,
      ],
    ];
    for (const [args, env, sentence] of cases) {
      const { out, err, code } = await outcome(['server', '--json', ...args], env);
      expect(err).toMatch(sentence);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).not.toContain('hunter2');
      expect({ out, code }).toEqual({ out: '', code: 2 });
    }
    taken.close();
  });
});

describe('npm start', () => {
  it('lets npm announce the script on standard error, so that the first line is the server’s', async () => {
    const root = fileURLToPath(new URL('../../../../', import.meta.url));
    expect(await readFile(path.join(root, '.npmrc'), 'utf8')).toMatch(/^json=true$/m);
    const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    expect(scripts.start).toBe('node scripts/chalktalk.mjs server');
  });
});

describe('chalktalk worker', () => {
  it('refuses a database that cannot be used, naming the fix', async () => {
    const { err, code } = await outcome(['worker', 'postgres://me:hunter2@127.0.0.1:1/films']);
    expect(err.trim()).toMatch(/^Nothing answers at 127\.0\.0\.1:1; [^\n]*$/);
    expect(code).toBe(2);
  });

  it('writes nothing but lines of its log, and ends in order though it is told to while it starts', async () => {
    const data = path.join(folder, 'shared');
    await end((await serve(data)).child, 'SIGTERM');
    const child = chalktalk(['worker', '--data', data]);
    let said = '';
    await new Promise<void>((resolve) => {
      child.stderr!.on('data', (chunk: Buffer) => {
        said += chunk;
        if (said.includes('Postgres started')) resolve();
      });
      child.once('exit', () => resolve());
    });
    expect(await end(child, 'SIGTERM')).toBe(0);
    const lines = said.trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([]);
    expect(said).toContain('Postgres stopped');
  });

  it('makes no database in a folder in which no server has run', async () => {
    const mistyped = path.join(folder, 'mistyped');
    for (const args of [[mistyped], ['--data', mistyped]]) {
      const { err, code } = await outcome(['worker', ...args]);
      expect(err.trim()).toMatch(
        /^No server has run in \S+mistyped yet; start one \(chalktalk server\), [^\n]*$/,
      );
      expect(code).toBe(2);
    }
    expect(existsSync(mistyped)).toBe(false);
  });
});

describe('chalktalk', () => {
  it('ends quietly when whoever reads its output has seen enough', async () => {
    const child = chalktalk(['doctor', '--no-film', '--data', path.join(folder, 'none')]);
    const ended = Promise.all([textOf(child.stderr!), once(child, 'exit')]);
    child.stdout!.destroy();
    const [err, [code]] = await ended;
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });
});

describe('chalktalk doctor', () => {
  it('tells each check in a line, makes nothing, and ends well on a machine where a server could start', async () => {
    const { out, code } = await outcome([
      'doctor',
      '--no-film',
      '--json',
      '--data',
      path.join(folder, 'none'),
    ]);
    const checks = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { name: string; state: string });
    expect(checks.map(({ name }) => name)).toEqual([
      'node',
      'data folder',
      'disk',
      'postgres',
      'tables',
      'workers',
      'storage',
    ]);
    expect(checks.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(code).toBe(0);
    await expect(readFile(path.join(folder, 'none', 'secret'))).rejects.toThrow(/ENOENT/);
  });

  it('names what is wrong, and ends with 1', async () => {
    const { out, code } = await outcome(['doctor', '--no-film', '--data', path.join(folder, 'none')], {
      DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/films',
    });
    expect(out).toMatch(/✗ postgres +Nothing answers at 127\.0\.0\.1:1; start Postgres there/);
    expect(out).toContain('1 to mend');
    expect(code).toBe(1);
  });
});
