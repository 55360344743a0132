/** Writes docs/components.md from the components' schemas and examples: `npm run components`. */
import { writeFileSync } from 'node:fs';
import { componentReference } from '../packages/engine/src/scene/components/reference.ts';

writeFileSync(new URL('../docs/components.md', import.meta.url), componentReference());
