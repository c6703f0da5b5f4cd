import {
  AnswerDeltaDocument,
  AskDocument,
  StopAnswerDocument,
  type AnswerFieldsFragment,
  type AskInput,
} from '../gql/graphql.ts';
import { accepted, ColloquyError } from '../graph/colloquy-error.ts';
import type { Abortable, Connection } from '../graph/connection.ts';

/** A whole answer; `[1]` in its text is the citation with that index. */
export type Answer = AnswerFieldsFragment & { conversationId: string };
export type Citation = Answer['citations'][number];

/** `conversationId` goes on with a conversation, `recordingIds` limits a new one. */
export interface AskOptions extends Abortable, Omit<AskInput, 'question'> {}

export interface AnswerSoFar {
  /** To ask on with. */
  conversationId: string;
  text: string;
  /** What came since the last one. */
  added: string;
  /** The whole answer with its citations, at the end. */
  answer: Answer | null;
}

/** Questions to one, some or all recordings. */
export class Answers {
  constructor(private readonly connection: Connection) {}

  /** The answer as it is written. Leaving the loop, or aborting, stops it. @throws ColloquyError */
  async *ask(question: string, { signal, ...options }: AskOptions = {}): AsyncGenerator<AnswerSoFar> {
    const variables = { input: { ...options, question } };
    const { ask } = await this.connection.query(AskDocument, variables, { signal });
    const { answer: begun, conversation } = accepted(ask);
    const [messageId, conversationId] = [begun.id, conversation.id];
    let text = '';
    let ended = false;
    try {
      const deltas = this.connection.subscribe(AnswerDeltaDocument, { messageId }, { signal });
      for await (const { answerDelta: delta } of deltas) {
        const grown = text.slice(0, delta.offset) + delta.text;
        const added = grown.slice(text.length);
        text = grown;
        ended = delta.done;
        if (delta.message?.problem) throw new ColloquyError(delta.message.problem);
        yield { conversationId, text, added, answer: delta.message && { ...delta.message, conversationId } };
        if (ended) return;
      }
    } finally {
      if (!ended) await this.connection.query(StopAnswerDocument, { messageId }).catch(() => undefined);
    }
  }

  /** The whole answer. @throws ColloquyError */
  async answer(question: string, options?: AskOptions): Promise<Answer> {
    for await (const { answer } of this.ask(question, options)) if (answer) return answer;
    throw new ColloquyError({
      code: 'ANSWER_NOT_THERE',
      message: 'The server ended the answer without telling what it is.',
      troubleshooting: ['Look at the conversation in the chat.'],
      recovery: ['Ask again.'],
    });
  }
}
