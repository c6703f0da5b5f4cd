import { openEngines } from '@colloquy/engines';
import { readWorkerEnv } from './env.ts';
import { startWorker } from './start-worker.ts';

const env = readWorkerEnv();
await startWorker(env, () => openEngines(env));
