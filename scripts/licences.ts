/**
 * Writes THIRD_PARTY.md, the notice of everything a user installs: node --import tsx scripts/licences.ts
 * A test compares the file with what this would write.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installedPackages, thirdPartyNotice } from '../packages/engine/src/assets/licences.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
writeFileSync(`${root}/THIRD_PARTY.md`, thirdPartyNotice(root));
console.log(`THIRD_PARTY.md lists ${installedPackages(root).length} packages.`);
