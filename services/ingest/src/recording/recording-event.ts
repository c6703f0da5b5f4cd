import { recordingChanged, type EventPayload } from '@colloquy/contracts';
import type { Recording } from './recording.entity.ts';

/** What the other services are told of a recording whenever it changes. */
export function recordingChangedPayload(recording: Recording): EventPayload<typeof recordingChanged> {
  return {
    workspaceId: recording.workspaceId,
    recordingId: recording.id,
    title: recording.title,
    language: recording.language,
    recordedAt: recording.recordedAt?.toISOString() ?? null,
    createdAt: recording.createdAt.toISOString(),
    durationMs: recording.durationMs,
    hidden: recording.deletedAt !== null,
  };
}
