/** The Dockerfile and the compose file cannot be run here: they are parsed, and held to what the code knows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSettings } from '../config/load.ts';
import { leaves } from '../config/schema.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const known = new Set(leaves.flatMap(({ variables }) => variables));

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, unknown> | string[];
  volumes?: string[];
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

/** Instructions in order, continued lines joined. */
function instructions(): { name: string; rest: string }[] {
  return read('deploy/Dockerfile')
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
      return { name: name ?? '', rest: rest ?? '' };
    });
}

describe('the Dockerfile', () => {
  it('has only instructions that there are, and begins with a Node that is new enough', () => {
    const names = 'FROM ENV WORKDIR COPY RUN USER VOLUME EXPOSE HEALTHCHECK STOPSIGNAL ENTRYPOINT CMD'.split(
      ' ',
    );
    for (const { name } of instructions()) expect(names).toContain(name);
    expect(instructions()[0]).toMatchObject({
      name: 'FROM',
      rest: expect.stringMatching(/^node:2\d-\w+-slim$/),
    });
  });

  it('sets only variables that the configuration knows', async () => {
    const env: Record<string, string> = {};
    for (const { name, rest } of instructions()) {
      if (name !== 'ENV') continue;
      for (const [, variable, value] of rest.matchAll(/([A-Z_]+)=(\S+)/g)) env[variable!] = value!;
    }
    const ours = Object.keys(env).filter((variable) => variable.startsWith('CHALKTALK_'));
    expect(ours.length).toBeGreaterThan(0);
    for (const variable of ours) expect(known).toContain(variable);
    expect(await readSettings({ env, cwd: root })).toMatchObject({
      host: '0.0.0.0',
      data_dir: '/data',
      port: 8787,
    });
  });

  it('copies what is there, and the package.json of every part', () => {
    const copied = instructions()
      .filter(({ name }) => name === 'COPY')
      .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    for (const file of copied) expect(existsSync(path.join(root, file)), file).toBe(true);
    for (const part of readdirSync(path.join(root, 'packages'))) {
      expect(copied).toContain(`packages/${part}/package.json`);
    }
  });

  it('runs the command as an ordinary user', () => {
    const last = (name: string) => instructions().findLast((one) => one.name === name)!.rest;
    expect(last('USER')).toBe('node');
    const [program, file] = JSON.parse(last('ENTRYPOINT')) as string[];
    expect(program).toBe('node');
    expect(existsSync(path.join(root, file!))).toBe(true);
    expect(JSON.parse(last('CMD'))).toEqual(['server']);
  });
});

describe('the compose file', () => {
  const compose = parse(read('deploy/compose.yaml'), { merge: true }) as Compose;

  it('has a server, a worker, Postgres and a store, joined by names that there are', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['bucket', 'postgres', 's3', 'server', 'worker']);
    for (const { depends_on = [], volumes = [] } of Object.values(compose.services)) {
      const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      for (const name of needed) expect(compose.services).toHaveProperty(name);
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0]!);
    }
    expect(compose.services.worker!.command).toEqual(['worker']);
    expect(
      existsSync(path.join(root, 'deploy', compose.services.server!.build!.context, 'deploy/Dockerfile')),
    ).toBe(true);
  });

  it('pins every image', () => {
    for (const { image } of Object.values(compose.services)) {
      if (image !== 'chalktalk') expect(image).toMatch(/:(\d+|RELEASE\.[\w-]+)$/);
    }
  });

  it.each(['server', 'worker'])('gives the %s a configuration that is accepted', async (name) => {
    const given = compose.services[name]!.environment!;
    for (const variable of Object.keys(given)) expect(known).toContain(variable);
    const env = Object.fromEntries(
      Object.entries(given).map(([variable, value]) => [
        variable,
        value
          .replace(/\$\{CHALKTALK_SECRET:\?[^}]*\}/, 'ab'.repeat(32))
          .replace(/\$\{\w+:-([^}]*)\}/, '$1')
          .replace(/\$\{\w+:\?[^}]*\}/, 'hunter2'),
      ]),
    );
    const settings = await readSettings({ env, cwd: root });
    expect(settings.storage).toMatchObject({ kind: 's3', bucket: 'films', endpoint: 'http://s3:9000' });
    expect(settings.database_url).toBe('postgres://chalktalk:hunter2@postgres:5432/chalktalk');
    expect(settings.work.workers).toBe(name === 'server' ? 0 : 1);
  });

  it('keeps no secret in the file', () => {
    for (const { environment = {} } of Object.values(compose.services)) {
      for (const [variable, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET/.test(variable)) expect(value).toMatch(/^\$\{\w+:\?/);
      }
    }
  });
});
