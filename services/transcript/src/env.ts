import { readEnv, subgraphEnv } from '@colloquy/subgraph';
import { z } from 'zod';

/** The only reader of this service's environment. */
export const readTranscriptEnv = () => readEnv(z.object(subgraphEnv(4102)));
