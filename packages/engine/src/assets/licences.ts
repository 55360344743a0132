/**
 * The notice of everything that an installation without development packages brings along, written from the lock
 * file and from what the packages say of themselves.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXCEPTIONS, type Exception } from './licences/exceptions.ts';

/** A package that a user installs. */
export interface Installed {
  name: string;
  version: string;
  /** Below the root: `node_modules/…`. */
  folder: string;
  /** As the package declares it. */
  licence: string | undefined;
  optional: boolean;
}

/** Licences that ask for nothing but their notice. Fonts under the OFL may be embedded in films. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

interface LockEntry {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
}

/** Every package of the lock file that is not only for development, by name. `root` holds `package-lock.json`. */
export function installedPackages(root: string): Installed[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  return Object.entries(lock.packages)
    .filter(([folder, entry]) => folder.includes('node_modules/') && !entry.dev && !entry.link)
    .map(([folder, entry]) => ({
      name: folder.split('node_modules/').at(-1)!,
      version: entry.version ?? '',
      folder,
      licence: entry.license,
      optional: entry.optional ?? false,
    }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.folder, b.folder));
}

/** What must be said of a package beyond its declared licence. */
export function exceptionOf(name: string): Exception | undefined {
  return EXCEPTIONS.find(({ package: pattern }) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}

/** Packages under a licence that is neither permissive nor explained, each as `name@version: licence`. */
export function unexplained(packages: readonly Installed[]): string[] {
  return packages
    .filter(({ name, licence }) => !exceptionOf(name) && !choices(licence).some((id) => PERMISSIVE.has(id)))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence ?? 'no licence declared'}`);
}

/** The licences one may choose from: of `(MIT OR CC0-1.0)` two. */
function choices(licence = ''): string[] {
  return licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
}

/**
 * The text of `THIRD_PARTY.md`. Reads attributions from the installed packages below `root`.
 * @throws Error naming the packages whose licence nobody has looked at.
 */
export function thirdPartyNotice(root: string): string {
  const packages = installedPackages(root);
  const open = unexplained(packages);
  if (open.length > 0) {
    throw new Error(`Look at these licences and explain them in licences/exceptions.ts: ${open.join('; ')}.`);
  }
  const names = packages.map(({ name }) => name);
  return `${[
    HEAD,
    '## What needs more than its notice kept',
    EXCEPTIONS.filter((exception) => names.some((name) => exceptionOf(name) === exception))
      .map(({ package: name, licence, reason }) => `### ${name.replace('*', '…')}: ${licence}\n\n${reason}`)
      .join('\n\n'),
    '## Typefaces',
    'All under the SIL Open Font License 1.1 (https://openfontlicense.org): free to embed in films.',
    names
      .filter((name) => name.startsWith('@fontsource/'))
      .map((name) => typeface(root, name))
      .concat('- **Noto Color Emoji** (`@infolektuell/noto-color-emoji`): Copyright 2021 Google Inc.')
      .join('\n'),
    'Chalktalk Signs, in `packages/engine/src/assets/signs`, is our own, drawn from Inter and under the same licence.',
    '## Icons',
    names
      .filter((name) => name.startsWith('@iconify-json/'))
      .map((name) => iconSet(root, name))
      .join('\n'),
    '## Maps',
    'Country outlines, in `packages/engine/src/scene/components/map/world`: Natural Earth (https://naturalearthdata.com), ' +
      'public domain, as TopoJSON by world-atlas 2.0.2 (Copyright 2013-2019 Michael Bostock, ISC).',
    '## Every package',
    byLicence(packages),
    '## Texts reproduced',
    EXCEPTIONS.filter(({ text }) => text)
      .map(({ package: name, text }) => reproduced(root, name, text!))
      .join('\n\n'),
  ].join('\n\n')}\n`;
}

const HEAD = `# Third-party software

Chalktalk is under the MIT licence (LICENSE). An installation also brings the packages below, each under a licence of
its own; their texts come with the packages, in \`node_modules\`. Films made with Chalktalk are yours.

Written by \`node --import tsx scripts/licences.ts\` from the lock file; do not edit by hand.`;

function typeface(root: string, name: string): string {
  const { family, license } = readJson(root, name, 'metadata.json') as {
    family: string;
    license: { attribution: string };
  };
  return `- **${family}** (\`${name}\`): ${license.attribution}`;
}

function iconSet(root: string, name: string): string {
  const info = readJson(root, name, 'info.json') as {
    name: string;
    author: { name: string; url?: string };
    license: { title: string; spdx?: string; url?: string };
  };
  const author = info.author.url ? `${info.author.name} (${info.author.url})` : info.author.name;
  const where = info.license.url ? `, ${info.license.url}` : '';
  return `- **${info.name}** (\`${name}\`) by ${author}: ${info.license.spdx ?? info.license.title}${where}`;
}

function byLicence(packages: readonly Installed[]): string {
  const groups = new Map<string, Set<string>>();
  for (const { name, version, licence } of packages) {
    const under = exceptionOf(name)?.licence ?? licence!;
    groups.set(under, (groups.get(under) ?? new Set()).add(`${name} ${version}`));
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([licence, names]) => `**${licence}** (${names.size}): ${[...names].join(', ')}`)
    .join('\n\n');
}

function reproduced(root: string, name: string, file: string): string {
  const text = readFileSync(join(root, 'node_modules', name, file), 'utf8').trim();
  const plain = text.split('\n').map((line) => line.trimEnd().replaceAll('\t', '    '));
  return [`### ${name}: ${file}`, `\`\`\`text\n${plain.join('\n')}\n\`\`\``].join('\n\n');
}

function readJson(root: string, name: string, file: string): unknown {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, file), 'utf8'));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
