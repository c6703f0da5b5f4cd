import { CreateChat1794900000000 } from './1794900000000-create-chat.ts';

export const migrations = [CreateChat1794900000000];
