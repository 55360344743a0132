/** Property tests draw the same examples in every run; `FC_SEED=123 npm test` draws others. */
import fc from 'fast-check';

const DEFAULT_SEED = 20_261_128;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED) || DEFAULT_SEED });
