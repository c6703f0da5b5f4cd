import { readChatEnv } from './env.ts';
import { startChat } from './start.ts';

await startChat(readChatEnv());
