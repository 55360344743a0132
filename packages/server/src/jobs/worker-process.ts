/** What the server forks for each worker. */
import { workForParent } from './run-worker.ts';

workForParent();
