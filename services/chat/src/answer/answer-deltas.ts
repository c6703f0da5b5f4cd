import { sourceStream, type Bus } from '@colloquy/subgraph';
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
export const followAnswer = (
  messageId: string,
  bus: Bus,
  find: () => Promise<Message | null>,
  writtenHere: () => string | undefined,
): AsyncIterableIterator<Delta> =>
  sourceStream<AnswerProgress, Delta>(bus, answerTopic(messageId), async ({ hear, tell }) => {
    let known = '';
    let first = true;
    for (;;) {
      const message = await find();
      if (!message) throw messageNotFound();
      if (message.status !== MessageStatus.STREAMING) {
        const text = message.text.slice(known.length);
        return tell({ messageId, offset: known.length, text, done: true, message });
      }
      const written = longest(known, message.text, writtenHere() ?? '');
      if (first || written.length > known.length) await tell(growth(messageId, known, written));
      [known, first] = [written, false];
      for (;;) {
        const heard = await hear(LOOK_AGAIN_MS);
        if (!heard || heard.done) break;
        if (heard.text.length <= known.length) continue;
        await tell(growth(messageId, known, heard.text));
        known = heard.text;
      }
    }
  });

const growth = (messageId: string, known: string, written: string): Delta => ({
  messageId,
  offset: known.length,
  text: written.slice(known.length),
  done: false,
  message: null,
});

/** An answer only grows, so the longest is the latest. */
const longest = (...texts: string[]): string => texts.reduce((a, b) => (b.length > a.length ? b : a));
