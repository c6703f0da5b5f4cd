import type { Answerer } from '@colloquy/engines/text';
import type { Bus, Log } from '@colloquy/subgraph';
import { MessageStatus } from '../conversation/message.entity.ts';
import type { RetrievalService } from '../retrieval/retrieval.service.ts';
import type { Lexemizer } from '../text/lexemizer.ts';
import { answerTopic, stopTopic, type AnswerProgress, type StopRequest } from './answer-topic.ts';
import { AnswerWriter, type AnswerTask } from './answer-writer.ts';
import type { AnswerKey, AnswerStore } from './answer-store.ts';

const LOOK_FOR_ABANDONED_MS = 3_000;
/** How long another process is given to stop its answer itself. */
const STOP_ELSEWHERE_MS = 2_000;

/** The answers this process is writing. Owned by the process, not by the request that asked. */
export class AnswerRunner {
  private readonly writing = new Map<string, { writer: AnswerWriter; finished: Promise<void> }>();
  private readonly stops: AsyncIterable<StopRequest> & { return(): unknown };
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly uses: {
      answerer: Answerer;
      retrieval: RetrievalService;
      lexemizer: Lexemizer;
      store: AnswerStore;
      bus: Bus;
      log: Log;
    },
  ) {
    this.stops = uses.bus.subscribe<StopRequest>(stopTopic);
  }

  /** Marks what a crash left behind, now and from time to time, and listens for stops asked of other processes. */
  async open(): Promise<void> {
    void this.listenForStops();
    await this.interruptAbandoned();
    this.sweep = setInterval(() => void this.interruptAbandoned(), LOOK_FOR_ABANDONED_MS);
  }

  start(task: AnswerTask): void {
    const writer = new AnswerWriter(task, this.uses);
    const finished = writer.run().finally(() => this.writing.delete(task.messageId));
    this.writing.set(task.messageId, { writer, finished });
  }

  /** What is written so far, when it is written here. */
  textOf(messageId: string): string | undefined {
    return this.writing.get(messageId)?.writer.text;
  }

  /** Stops an answer wherever it is written; returns when it has stopped. */
  async stop(key: AnswerKey): Promise<void> {
    const { messageId } = key;
    const here = this.writing.get(messageId);
    if (here) {
      here.writer.stop('stopped');
      return here.finished;
    }
    this.uses.bus.publish(stopTopic, { messageId } satisfies StopRequest);
    const deadline = Date.now() + STOP_ELSEWHERE_MS;
    while (Date.now() < deadline) {
      const message = await this.uses.store.find(key);
      if (message?.status !== MessageStatus.STREAMING) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const message = await this.uses.store.find(key);
    if (!message) return;
    // Its citations were kept with its text.
    await this.uses.store.finish(key, {
      status: MessageStatus.STOPPED,
      text: message.text,
      problem: null,
      citations: [],
      sourceRecordingIds: message.sourceRecordingIds,
    });
    this.uses.bus.publish(answerTopic(messageId), {
      text: message.text,
      done: true,
    } satisfies AnswerProgress);
  }

  /** Ends what is being written as interrupted: nobody would finish it. */
  async close(): Promise<void> {
    clearInterval(this.sweep);
    this.stops.return();
    for (const { writer } of this.writing.values()) writer.stop('shutting down');
    await Promise.all(Array.from(this.writing.values(), ({ finished }) => finished));
  }

  private async listenForStops(): Promise<void> {
    for await (const { messageId } of this.stops) this.writing.get(messageId)?.writer.stop('stopped');
  }

  private async interruptAbandoned(): Promise<void> {
    try {
      for (const { messageId, text } of await this.uses.store.interruptAbandoned([...this.writing.keys()]))
        this.uses.bus.publish(answerTopic(messageId), { text, done: true } satisfies AnswerProgress);
    } catch (error) {
      this.uses.log.warn({ err: error }, 'abandoned answers could not be looked for');
    }
  }
}
