import {
  batchGroupLoader,
  batchLoader,
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  inTransaction,
  isId,
  isMoment,
  toConnection,
  type Context,
} from '@colloquy/subgraph';
import { In, type DataSource } from 'typeorm';
import { Conversation, type ConversationConnection } from './conversation.entity.ts';
import { conversationNotFound, titleInvalid } from './conversation.errors.ts';
import { Citation } from './citation.entity.ts';
import { Message } from './message.entity.ts';

export const LONGEST_TITLE = 120;
const MAX_PAGE = 100;

/** Reads, names and removes conversations. */
export class ConversationService {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first. @throws ExpectedError `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  async page(
    first: number,
    after: string | null | undefined,
    { workspaceId }: Context,
  ): Promise<ConversationConnection> {
    checkPageSize(first, MAX_PAGE);
    const query = this.dataSource.manager
      .createQueryBuilder(Conversation, 'conversation')
      .where('conversation.workspaceId = :workspaceId', { workspaceId });
    const totalCount = await query.getCount();
    if (after) {
      query.andWhere(
        '(conversation.updatedAt, conversation.id) < (:at::timestamptz, :id::uuid)',
        readCursor(after),
      );
    }
    const rows = await query
      .orderBy('conversation.updatedAt', 'DESC')
      .addOrderBy('conversation.id', 'DESC')
      .limit(first + 1)
      .getMany();
    return toConnection(
      rows,
      first,
      totalCount,
      ({ updatedAt, id }) => encodeCursor([updatedAt.toISOString(), id]),
      Boolean(after),
    );
  }

  /** Null when there is none with this id. */
  readonly find = batchLoader<Conversation>(
    (ids, workspaceId) =>
      this.dataSource.manager.findBy(Conversation, { id: In(ids.filter(isId)), workspaceId }),
    ({ id }) => id,
  );

  /** Null when there is none with this id. */
  readonly findMessage = batchLoader<Message>(
    (ids, workspaceId) => this.dataSource.manager.findBy(Message, { id: In(ids.filter(isId)), workspaceId }),
    ({ id }) => id,
  );

  /** Of a conversation, in order. */
  readonly messages = batchGroupLoader<Message>(
    (ids, workspaceId) =>
      this.dataSource.manager.find(Message, {
        where: { conversationId: In(ids), workspaceId },
        order: { position: 'ASC' },
      }),
    ({ conversationId }) => conversationId,
  );

  /** Of a message, in the order of their numbers. */
  readonly citations = batchGroupLoader<Citation>(
    (ids, workspaceId) =>
      this.dataSource.manager.find(Citation, {
        where: { messageId: In(ids), workspaceId },
        order: { index: 'ASC' },
      }),
    ({ messageId }) => messageId,
  );

  /** @throws ExpectedError `TITLE_INVALID`, `CONVERSATION_NOT_FOUND` */
  async rename(id: string, title: string, context: Context): Promise<Conversation> {
    const clean = title.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
    if (clean.length === 0 || clean.length > LONGEST_TITLE) throw titleInvalid(LONGEST_TITLE);
    return inTransaction(this.dataSource, async (tx) => {
      const conversation = isId(id)
        ? await tx.findOneBy(Conversation, { id, workspaceId: context.workspaceId })
        : null;
      if (!conversation) throw conversationNotFound();
      return tx.save(Object.assign(conversation, { title: clean, updatedAt: new Date() }));
    });
  }

  /** Its messages and citations go with it. @throws ExpectedError `CONVERSATION_NOT_FOUND` */
  async remove(id: string, { workspaceId }: Context): Promise<string> {
    const { affected } = isId(id)
      ? await this.dataSource.manager.delete(Conversation, { id, workspaceId })
      : { affected: 0 };
    if (!affected) throw conversationNotFound();
    return id;
  }
}

function readCursor(after: string): { at: string; id: string } {
  const [at, id] = decodeCursor(after, 2);
  if (isMoment(at) && typeof id === 'string' && isId(id)) return { at, id };
  throw cursorInvalid();
}
