import { isCourtesy } from '@colloquy/engines/text';
import { inTransaction, isId, newId, type Context } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { Citation } from '../conversation/citation.entity.ts';
import { Conversation } from '../conversation/conversation.entity.ts';
import {
  answerInProgress,
  conversationNotFound,
  conversationTooLong,
  messageNotFound,
  tooManyAnswers,
} from '../conversation/conversation.errors.ts';
import { LONGEST_TITLE } from '../conversation/conversation.service.ts';
import { Message, MessageRole, MessageStatus, type AnswerOptions } from '../conversation/message.entity.ts';
import { checkOptions, checkQuestion } from '../retrieval/retrieval.errors.ts';
import { checkRecordings } from '../retrieval/scope.ts';
import type { AnswerRunner } from './answer-runner.ts';
import { LEASE_SECONDS } from './answer-store.ts';
import { standaloneQuestion } from './follow-up.ts';

export interface AskRequest extends Partial<Record<keyof AnswerOptions, number | null>> {
  conversationId?: string | null;
  question: string;
  recordingIds?: readonly string[] | null;
}

export interface Accepted {
  conversation: Conversation;
  question: Message;
  answer: Message;
}

export interface AnswerLimits {
  topK: number;
  threshold: number;
  concurrentAnswers: number;
  conversationMessages: number;
}

interface Turn {
  question: Message;
  answer: Message | undefined;
  speakers: string[];
}

/** Takes questions in; the runner writes the answers. */
export class AnswerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runner: AnswerRunner,
    /** As messages name it, for example `extractive`. */
    private readonly engine: string,
    private readonly limits: AnswerLimits,
  ) {}

  /**
   * Stores the question and an empty answer and has it written; returns at once.
   * @throws ExpectedError `QUESTION_INVALID`, `RETRIEVAL_OPTION_INVALID`, `RECORDING_NOT_FOUND`, `SCOPE_TOO_LARGE`,
   *   `CONVERSATION_NOT_FOUND`, `CONVERSATION_TOO_LONG`, `ANSWER_IN_PROGRESS`, `TOO_MANY_ANSWERS`
   */
  async ask(request: AskRequest, context: Context): Promise<Accepted> {
    const question = checkQuestion(request.question);
    checkOptions(request);
    const { accepted, turns } = await inTransaction(this.dataSource, (tx) =>
      this.accept(tx, question, request, context),
    );
    const { workspaceId } = context;
    const { recordingIds } = accepted.conversation;
    this.runner.start({
      messageId: accepted.answer.id,
      question,
      standalone: standaloneQuestion(
        question,
        turns.map((turn) => ({ question: turn.question.text, speakers: turn.speakers })),
      ),
      scope: { workspaceId, recordingIds: recordingIds.length > 0 ? recordingIds : null },
      options: {
        topK: request.topK ?? this.limits.topK,
        threshold: request.threshold ?? this.limits.threshold,
      },
      history: turns.flatMap((turn) =>
        turn.answer ? [{ question: turn.question.text, answer: turn.answer.text }] : [],
      ),
    });
    return accepted;
  }

  /** Ends an answer that is being written, keeping what there is. @throws ExpectedError `MESSAGE_NOT_FOUND` */
  async stop(messageId: string, { workspaceId }: Context): Promise<Message> {
    const find = () => this.dataSource.manager.findOneBy(Message, { id: messageId, workspaceId });
    const message = isId(messageId) ? await find() : null;
    if (message?.role !== MessageRole.ASSISTANT) throw messageNotFound();
    if (message.status !== MessageStatus.STREAMING) return message;
    await this.runner.stop({ workspaceId, messageId });
    return (await find()) ?? message;
  }

  private async accept(tx: EntityManager, question: string, request: AskRequest, context: Context) {
    const { workspaceId } = context;
    const writing = await tx.countBy(Message, { workspaceId, status: MessageStatus.STREAMING });
    if (writing >= this.limits.concurrentAnswers) throw tooManyAnswers(this.limits.concurrentAnswers);
    const conversation = request.conversationId
      ? await this.continue(tx, request.conversationId, context)
      : await this.begin(tx, question, request.recordingIds ?? [], context);
    const earlier = await tx.find(Message, {
      where: { conversationId: conversation.id, workspaceId },
      order: { position: 'ASC' },
    });
    if (earlier.some(({ status }) => status === MessageStatus.STREAMING)) throw answerInProgress();
    if (earlier.length + 2 > this.limits.conversationMessages)
      throw conversationTooLong(this.limits.conversationMessages);
    const citations = await tx.find(Citation, {
      where: { messageId: earlier.findLast(isAnswer)?.id ?? conversation.id, workspaceId },
    });
    const position = (earlier.at(-1)?.position ?? -1) + 1;
    const base = { workspaceId, conversationId: conversation.id, problem: null, createdAt: new Date() };
    const options = { topK: request.topK ?? undefined, threshold: request.threshold ?? undefined };
    const asked = tx.create(Message, {
      ...base,
      id: newId(),
      position,
      role: MessageRole.USER,
      status: MessageStatus.COMPLETE,
      text: question,
      engine: null,
      options,
      leasedUntil: null,
    });
    const answer = tx.create(Message, {
      ...base,
      id: newId(),
      position: position + 1,
      role: MessageRole.ASSISTANT,
      status: MessageStatus.STREAMING,
      text: '',
      engine: isCourtesy(question) ? null : this.engine,
      options: null,
      leasedUntil: null,
    });
    await tx.insert(Message, [asked, answer]);
    // By the database's clock, which is also the one that says when it has run out.
    await tx.query(
      `update chat.message set leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
        where id = $1 and workspace_id = $2`,
      [answer.id, workspaceId],
    );
    return { accepted: { conversation, question: asked, answer }, turns: turnsOf(earlier, citations) };
  }

  private async begin(
    tx: EntityManager,
    question: string,
    recordingIds: readonly string[],
    { workspaceId, viewer }: Context,
  ) {
    const now = new Date();
    const conversation = tx.create(Conversation, {
      id: newId(),
      workspaceId,
      createdBy: viewer.id,
      title: titleOf(question),
      recordingIds: await checkRecordings(tx, workspaceId, recordingIds),
      createdAt: now,
      updatedAt: now,
    });
    await tx.insert(Conversation, conversation);
    return conversation;
  }

  /** Locks it, so that two questions asked at once do not both become the next. */
  private async continue(tx: EntityManager, id: string, { workspaceId }: Context): Promise<Conversation> {
    const conversation = isId(id)
      ? await tx.findOne(Conversation, { where: { id, workspaceId }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!conversation) throw conversationNotFound();
    conversation.updatedAt = new Date();
    await tx.update(Conversation, { id, workspaceId }, { updatedAt: conversation.updatedAt });
    return conversation;
  }
}

const isAnswer = ({ role }: Message) => role === MessageRole.ASSISTANT;

function turnsOf(messages: readonly Message[], lastCitations: readonly Citation[]): Turn[] {
  const turns: Turn[] = [];
  for (const message of messages) {
    const open = turns.at(-1);
    if (message.role === MessageRole.USER) turns.push({ question: message, answer: undefined, speakers: [] });
    else if (open) open.answer = message;
  }
  const last = turns.at(-1);
  if (last) last.speakers = lastCitations.map(({ speakerName }) => speakerName);
  return turns;
}

function titleOf(question: string): string {
  const line = question.replace(/\s+/g, ' ');
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/, '')}…`;
}
