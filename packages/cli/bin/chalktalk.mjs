#!/usr/bin/env node
/** Entry of the `chalktalk` command: loads TypeScript as it stands, without a build step. */
import { register } from 'tsx/esm/api';

register();
await import('../src/main.ts');
