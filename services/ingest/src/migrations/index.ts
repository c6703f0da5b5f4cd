import { CreateIngest1794900000000 } from './1794900000000-create-ingest.ts';

export const migrations = [CreateIngest1794900000000];
