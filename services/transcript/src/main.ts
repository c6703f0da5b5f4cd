import { join } from 'node:path';
import { openLocalFolder } from '@colloquy/storage';
import { readTranscriptEnv } from './env.ts';
import { startTranscript } from './start.ts';

const env = readTranscriptEnv();
const storage = await openLocalFolder(join(env.COLLOQUY_DATA, 'storage'));
await startTranscript(env, (resultKey) => storage.open(resultKey));
