import { CreateChat1794900000000 } from './1794900000000-create-chat.ts';
import { WithdrawAnswers1795100000000 } from './1795100000000-withdraw-answers.ts';
import { OrderRecordingChanges1795150000000 } from './1795150000000-order-recording-changes.ts';
import { OrderConversations1795200000000 } from './1795200000000-order-conversations.ts';
import { NoteAnswerSources1795300000000 } from './1795300000000-note-answer-sources.ts';
import { NoteCitedSpeakers1795400000000 } from './1795400000000-note-cited-speakers.ts';

export const migrations = [
  CreateChat1794900000000,
  WithdrawAnswers1795100000000,
  OrderRecordingChanges1795150000000,
  OrderConversations1795200000000,
  NoteAnswerSources1795300000000,
  NoteCitedSpeakers1795400000000,
];
