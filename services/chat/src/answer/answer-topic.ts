/** The whole answer so far: a reader that missed one finds what it missed in the next. */
export interface AnswerProgress {
  text: string;
  done: boolean;
}

export const answerTopic = (messageId: string): string => `answer:${messageId}`;

/** Asks whichever process writes the answer to stop. */
export const stopTopic = 'answer-stop';

export interface StopRequest {
  messageId: string;
}
