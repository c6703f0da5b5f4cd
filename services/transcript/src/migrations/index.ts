import { CreateTranscript1794900000000 } from './1794900000000-create-transcript.ts';

export const migrations = [CreateTranscript1794900000000];
