import { setTimeout as sleep } from 'node:timers/promises';
import {
  EngineError,
  isCourtesy,
  wholeRequest,
  type Answerer,
  type CountTerms,
  type PreviousTurn,
} from '@colloquy/engines/text';
import {
  isConnectionError,
  problemOf,
  toProblem,
  type Bus,
  type Log,
  type Problem,
} from '@colloquy/subgraph';
import { MessageStatus, type AnswerOptions } from '../conversation/message.entity.ts';
import type { Scope } from '../retrieval/question.ts';
import type { RetrievalService, RetrievedPassage } from '../retrieval/retrieval.service.ts';
import type { Lexemizer } from '../text/lexemizer.ts';
import { AnswerDraft } from './answer-draft.ts';
import { answerFailed, answerNotStored } from './answer.errors.ts';
import { answerTopic, type AnswerProgress } from './answer-topic.ts';
import {
  INTERRUPTED,
  type AnswerKey,
  type AnswerStore,
  type FinishedAnswer,
  type WrittenAnswer,
} from './answer-store.ts';
import { courtesyReply, NO_TRANSCRIPT, NOT_YET, NOTHING_FOUND, UNSUPPORTED } from './remarks.ts';

export interface AnswerTask {
  messageId: string;
  /** As it was asked, for the answerer. */
  question: string;
  /** As it stands by itself, for retrieval. */
  standalone: string;
  scope: Scope;
  options: Required<AnswerOptions>;
  history: readonly PreviousTurn[];
}

const PUBLISH_EVERY_MS = 60;
const KEEP_EVERY_MS = 1_000;
const RENEW_EVERY_MS = 3_000;
/** Places among the passages for those that match by themselves. */
const RESERVED = 2;
/** A recording that has just become readable can be asked a moment later: what finds nothing waits for it. */
const WAIT_FOR_PASSAGES_MS = 20_000;
const LOOK_AGAIN_MS = 400;
const STORE_AGAIN_MS = 1_000;

type Reason = 'stopped' | 'shutting down' | 'ended elsewhere';

/** Writes one answer: retrieves, answers, checks citations, tells readers, keeps what is written. */
export class AnswerWriter {
  private readonly control = new AbortController();
  private draft: AnswerDraft | undefined;
  /** The recordings whose passages a model was given. */
  private given: readonly string[] = [];
  private kept: WrittenAnswer = { text: '', citations: [], sourceRecordingIds: [] };
  private isShuttingDown = false;
  private keptAt = Date.now();
  private publishedAt = 0;

  constructor(
    private readonly task: AnswerTask,
    private readonly uses: {
      answerer: Answerer;
      retrieval: RetrievalService;
      lexemizer: Lexemizer;
      store: AnswerStore;
      bus: Bus;
      log: Log;
    },
  ) {}

  /** What is written so far. */
  get text(): string {
    return this.draft?.text ?? '';
  }

  stop(reason: Reason): void {
    this.isShuttingDown ||= reason === 'shutting down';
    this.control.abort(reason);
  }

  /** Never throws: how it ended is in the message. */
  async run(): Promise<void> {
    const renewal = setInterval(() => void this.keep(), RENEW_EVERY_MS);
    let finished: FinishedAnswer;
    try {
      await this.write();
      finished = this.ended(MessageStatus.COMPLETE, null);
    } catch (error) {
      finished = this.failed(error);
    }
    clearInterval(renewal);
    if (this.control.signal.reason !== 'ended elsewhere') await this.finish(finished);
  }

  /** Tries until the end is stored: an answer without one would be taken for interrupted. */
  private async finish(finished: FinishedAnswer): Promise<void> {
    const { log, store, bus } = this.uses;
    const { messageId } = this.task;
    for (let end = finished; ;) {
      try {
        await store.finish(this.key, end);
        bus.publish(answerTopic(messageId), { text: end.text, done: true } satisfies AnswerProgress);
        return;
      } catch (error) {
        log.error({ err: error, messageId }, 'the answer could not be stored');
        if (this.isShuttingDown) return;
        if (!isConnectionError(error)) end = this.notStored(error);
      }
      await sleep(STORE_AGAIN_MS);
    }
  }

  private async write(): Promise<void> {
    const { answerer, lexemizer } = this.uses;
    const { signal } = this.control;
    const { question, standalone, history } = this.task;
    const passages = isCourtesy(question) ? [] : await this.findPassages();
    const configuration = passages[0]?.configuration ?? 'simple';
    const countTerms: CountTerms = (texts) => lexemizer.frequencies(configuration, texts);
    const draft = (this.draft = new AnswerDraft(passages, countTerms));
    // One without a model has no words but those it cites.
    if (answerer.info.model !== null) this.given = passages.map(({ recordingId }) => recordingId);
    if (isCourtesy(question)) return draft.remark(courtesyReply(question));
    if (passages.length === 0) return draft.remark(await this.whyNothing());
    const request = {
      question,
      standalone,
      countTerms,
      passages: passages.map(({ recordingId, recordingTitle, startMs, endMs, score, parts }) => ({
        recordingId,
        recordingTitle,
        startMs,
        endMs,
        score,
        lines: parts,
      })),
      history,
    };
    for await (const piece of answerer.answer(request, { signal })) {
      await draft.add(piece);
      await this.tell();
    }
    if (draft.citations.length === 0) draft.remark(draft.text === '' ? NOTHING_FOUND : UNSUPPORTED);
  }

  private async whyNothing(): Promise<string> {
    const { retrieval } = this.uses;
    const { scope } = this.task;
    if (await retrieval.isBehind(scope)) return NOT_YET;
    return (await retrieval.hasTranscripts(scope)) ? NOTHING_FOUND : NO_TRANSCRIPT;
  }

  private async findPassages(): Promise<RetrievedPassage[]> {
    const { answerer, retrieval } = this.uses;
    const { signal } = this.control;
    const { question, standalone, scope, options } = this.task;
    const topK = Math.max(options.topK, answerer.passageCount);
    const whole = wholeRequest(question);
    const giveUpAt = Date.now() + WAIT_FOR_PASSAGES_MS;
    for (;;) {
      const behind = await retrieval.isBehind(scope);
      const passages = whole
        ? await retrieval.survey(whole, scope, topK)
        : await retrieval.retrieve(standalone, scope, {
            topK,
            threshold: options.threshold,
            reserved: RESERVED,
            signal,
          });
      signal.throwIfAborted();
      if (passages.length > 0 || !behind || Date.now() > giveUpAt) return passages;
      await sleep(LOOK_AGAIN_MS, undefined, { signal });
    }
  }

  /** Lets readers and the database have what was written since, each not too often. */
  private async tell(): Promise<void> {
    const now = Date.now();
    if (now - this.publishedAt >= PUBLISH_EVERY_MS) {
      this.publishedAt = now;
      this.uses.bus.publish(answerTopic(this.task.messageId), {
        text: this.text,
        done: false,
      } satisfies AnswerProgress);
    }
    if (now - this.keptAt >= KEEP_EVERY_MS) await this.keep();
  }

  private async keep(): Promise<void> {
    this.keptAt = Date.now();
    const { messageId } = this.task;
    const { written } = this;
    try {
      if (await this.uses.store.keep(this.key, written)) this.kept = written;
      else this.stop('ended elsewhere');
    } catch (error) {
      this.uses.log.warn({ err: error, messageId }, 'what is written could not be kept');
    }
  }

  private failed(error: unknown): FinishedAnswer {
    const { signal } = this.control;
    if (signal.reason === 'shutting down') return this.ended(MessageStatus.INTERRUPTED, INTERRUPTED);
    if (signal.aborted) return this.ended(MessageStatus.STOPPED, null);
    const { log } = this.uses;
    const { messageId } = this.task;
    if (error instanceof EngineError) {
      const { code, message, troubleshooting, recovery } = error;
      log.warn({ code, messageId }, message);
      return this.ended(MessageStatus.FAILED, toProblem({ code, message, troubleshooting, recovery }));
    }
    log.error({ err: error, messageId }, 'the answer failed');
    return this.ended(MessageStatus.FAILED, toProblem(answerFailed(messageId)));
  }

  /** With what was stored of it before. */
  private notStored(error: unknown): FinishedAnswer {
    const problem = problemOf(error) ?? answerNotStored(this.task.messageId);
    return { status: MessageStatus.FAILED, problem: toProblem(problem), ...this.kept };
  }

  private ended(status: MessageStatus, problem: Problem | null): FinishedAnswer {
    return { status, problem, ...this.written };
  }

  private get written(): WrittenAnswer {
    const citations = [...(this.draft?.citations ?? [])];
    const sources = new Set([...this.given, ...citations.map(({ recordingId }) => recordingId)]);
    return { text: this.text, citations, sourceRecordingIds: [...sources] };
  }

  private get key(): AnswerKey {
    const { messageId, scope } = this.task;
    return { workspaceId: scope.workspaceId, messageId };
  }
}
