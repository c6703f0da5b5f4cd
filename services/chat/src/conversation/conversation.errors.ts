import { ExpectedError } from '@colloquy/subgraph';

export const conversationNotFound = () =>
  new ExpectedError({
    code: 'CONVERSATION_NOT_FOUND',
    message: 'This conversation does not exist, or has been deleted.',
    recovery: ['Start a new conversation.'],
  });

export const messageNotFound = () =>
  new ExpectedError({
    code: 'MESSAGE_NOT_FOUND',
    message: 'This message does not exist, or its conversation has been deleted.',
    recovery: ['Open the conversation again.'],
  });

export const titleInvalid = (longest: number) =>
  new ExpectedError({
    code: 'TITLE_INVALID',
    message: `A title has 1 to ${longest} characters.`,
    recovery: ['Choose another title.'],
  });

export const answerInProgress = () =>
  new ExpectedError({
    code: 'ANSWER_IN_PROGRESS',
    message: 'The last question of this conversation is still being answered.',
    recovery: ['Wait for the answer, or stop it first.'],
  });

export const tooManyAnswers = (most: number) =>
  new ExpectedError({
    code: 'TOO_MANY_ANSWERS',
    message: `${most} answers are being written at this moment.`,
    recovery: ['Ask again when one of them is done.'],
  });

export const conversationTooLong = (most: number) =>
  new ExpectedError({
    code: 'CONVERSATION_TOO_LONG',
    message: `A conversation holds at most ${most} messages.`,
    recovery: ['Start a new conversation.'],
  });
