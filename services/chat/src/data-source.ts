import { Citation } from './conversation/citation.entity.ts';
import { Conversation } from './conversation/conversation.entity.ts';
import { Message } from './conversation/message.entity.ts';
import { migrations } from './migrations/index.ts';

/** What this service keeps in PostgreSQL, for itself and for `npm run migrate`. Passages are read and written in SQL. */
export const migrationConfig = {
  schema: 'chat',
  entities: [Conversation, Message, Citation],
  migrations,
};
