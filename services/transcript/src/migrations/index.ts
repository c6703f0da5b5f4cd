import { CreateTranscript1794900000000 } from './1794900000000-create-transcript.ts';
import { OrderRecordingChanges1795150000000 } from './1795150000000-order-recording-changes.ts';

export const migrations = [CreateTranscript1794900000000, OrderRecordingChanges1795150000000];
