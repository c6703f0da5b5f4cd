import type { Bus } from '@colloquy/subgraph';
import { messageNotFound } from '../conversation/conversation.errors.ts';
import { MessageStatus, type Message } from '../conversation/message.entity.ts';
import { answerTopic, type AnswerProgress } from './answer-topic.ts';

export interface Delta {
  messageId: string;
  offset: number;
  text: string;
  done: boolean;
  message: Message | null;
}

/** Word over the bus can get lost; after so long without any, the database is asked. */
const LOOK_AGAIN_MS = 3_000;

/**
 * Follows an answer to its end. The first delta carries all there is; every one says where it belongs, and nothing is
 * ever missing between two, whichever process writes the answer.
 * @throws ExpectedError `MESSAGE_NOT_FOUND`
 */
export async function* followAnswer(
  messageId: string,
  bus: Bus,
  find: () => Promise<Message | null>,
  writtenHere: () => string | undefined,
): AsyncGenerator<Delta> {
  const progress = bus.subscribe<AnswerProgress>(answerTopic(messageId))[Symbol.asyncIterator]();
  try {
    // Listening begins with the first `next`: before the message is read, so that its end cannot slip through between.
    let next = progress.next();
    let known = '';
    let first = true;
    for (;;) {
      const message = await find();
      if (!message) throw messageNotFound();
      if (message.status !== MessageStatus.STREAMING) {
        yield {
          messageId,
          offset: known.length,
          text: message.text.slice(known.length),
          done: true,
          message,
        };
        return;
      }
      const written = longest(known, message.text, writtenHere() ?? '');
      if (first || written.length > known.length) yield growth(messageId, known, written);
      [known, first] = [written, false];
      for (;;) {
        const heard = await within(LOOK_AGAIN_MS, next);
        if (heard === 'nothing') break;
        if (heard.done) return;
        next = progress.next();
        if (heard.value.done) break;
        if (heard.value.text.length <= known.length) continue;
        yield growth(messageId, known, heard.value.text);
        known = heard.value.text;
      }
    }
  } finally {
    await progress.return?.();
  }
}

const growth = (messageId: string, known: string, written: string): Delta => ({
  messageId,
  offset: known.length,
  text: written.slice(known.length),
  done: false,
  message: null,
});

/** An answer only grows, so the longest is the latest. */
const longest = (...texts: string[]): string => texts.reduce((a, b) => (b.length > a.length ? b : a));

async function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T | 'nothing'> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<'nothing'>((resolve) => {
    timer = setTimeout(() => resolve('nothing'), timeoutMs);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
