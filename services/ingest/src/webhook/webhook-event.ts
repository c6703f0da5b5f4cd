import { registerEnumType } from 'type-graphql';

/** What a webhook can be told of. */
export enum WebhookEvent {
  RECORDING_READY = 'RECORDING_READY',
  RECORDING_FAILED = 'RECORDING_FAILED',
  TRANSCRIPT_CHANGED = 'TRANSCRIPT_CHANGED',
  SPEAKER_IDENTIFIED = 'SPEAKER_IDENTIFIED',
}

registerEnumType(WebhookEvent, {
  name: 'WebhookEvent',
  description: 'What a webhook can be told of.',
  valuesConfig: {
    RECORDING_READY: { description: '`recording.ready`: the transcript of a recording can be read.' },
    RECORDING_FAILED: { description: '`recording.failed`: a recording could not be processed.' },
    TRANSCRIPT_CHANGED: {
      description:
        '`transcript.changed`: a transcript has a new version; changes in quick succession are told as one.',
    },
    SPEAKER_IDENTIFIED: {
      description:
        '`speaker.identified`: by the voice, a speaker was found to be a known person, or perhaps to be one.',
    },
  },
});

/** As receivers see it in `type`. */
export const EVENT_TYPES: Record<WebhookEvent, string> = {
  RECORDING_READY: 'recording.ready',
  RECORDING_FAILED: 'recording.failed',
  TRANSCRIPT_CHANGED: 'transcript.changed',
  SPEAKER_IDENTIFIED: 'speaker.identified',
};

/** Sent on request, to whatever a webhook listens. */
export const TEST_TYPE = 'webhook.test';

const PAYLOAD_VERSION = 1;

interface EventFacts {
  /** The delivery's: receivers deduplicate by it. */
  id: string;
  type: string;
  createdAt: Date;
  workspaceId: string;
  data: object;
}

/** The request body. It is kept as text: what is signed and sent is the same with every attempt. */
export function bodyOf({ id, type, createdAt, workspaceId, data }: EventFacts): string {
  return JSON.stringify({
    version: PAYLOAD_VERSION,
    id,
    type,
    createdAt: createdAt.toISOString(),
    workspaceId,
    data,
  });
}
