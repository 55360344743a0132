/** Writes docs/configuration.md from the settings of the server: `npm run configuration`. */
import { writeFileSync } from 'node:fs';
import { configurationReference } from '../packages/server/src/config/reference.ts';

writeFileSync(new URL('../docs/configuration.md', import.meta.url), configurationReference());
