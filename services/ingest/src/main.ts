import { readServiceEnv } from './env.ts';
import { startIngest } from './start.ts';

await startIngest(readServiceEnv());
