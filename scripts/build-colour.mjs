/** Compiles the colour kernel: `node scripts/build-colour.mjs [out.wasm]`. The result is committed. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('../packages/engine/src/frames/colour', import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(folder, 'kernel.wasm'));
process.chdir(folder);
const { error, stderr } = await asc.main([
  'assembly/kernel.ts',
  '--outFile',
  out,
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--importMemory',
]);
if (error) {
  console.error(stderr.toString());
  process.exit(1);
}
