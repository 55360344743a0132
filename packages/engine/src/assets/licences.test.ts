import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EXCEPTIONS } from './licences/exceptions.ts';
import { exceptionOf, installedPackages, thirdPartyNotice, unexplained } from './licences.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

test('every package a user installs has a permissive licence or an explanation', () => {
  expect(unexplained(installedPackages(root))).toEqual([]);
});

test('a licence nobody looked at is noticed', () => {
  const stranger = { name: 'stranger', version: '1.0.0', folder: 'node_modules/stranger', optional: false };
  expect(unexplained([{ ...stranger, licence: 'AGPL-3.0' }])).toEqual(['stranger@1.0.0: AGPL-3.0']);
  expect(unexplained([{ ...stranger, licence: undefined }])).toEqual(['stranger@1.0.0: no licence declared']);
  expect(unexplained([{ ...stranger, licence: 'ISC' }])).toEqual([]);
  expect(unexplained([{ ...stranger, licence: '(MIT OR GPL-3.0)' }])).toEqual([]);
  expect(unexplained([{ ...stranger, licence: '(AGPL-3.0 OR GPL-3.0)' }])).not.toEqual([]);
});

test('every explanation is of something installed', () => {
  const names = installedPackages(root).map(({ name }) => name);
  for (const exception of EXCEPTIONS) {
    expect(
      names.some((name) => exceptionOf(name) === exception),
      exception.package,
    ).toBe(true);
  }
});

test('THIRD_PARTY.md is current: run node --import tsx scripts/licences.ts', () => {
  const notice = readFileSync(`${root}/THIRD_PARTY.md`, 'utf8');
  expect(notice).toBe(thirdPartyNotice(root));
  for (const { name, version } of installedPackages(root)) expect(notice).toContain(`${name} ${version}`);
  for (const said of [
    'Carnegie Mellon',
    'GPL-3.0-or-later',
    'EPL-2.0',
    'Open Font License',
    'Fluent Emoji Flat',
    'Skia',
  ]) {
    expect(notice).toContain(said);
  }
});
