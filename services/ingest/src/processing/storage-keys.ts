/** Where a recording's files are in storage. Ids are ours: no name from outside is part of a key. */
export const recordingPrefix = (recordingId: string): string => `recordings/${recordingId}`;

/** The bytes as they were uploaded. */
export const sourceKey = (recordingId: string): string => `${recordingPrefix(recordingId)}/source`;

/** 16 kHz mono s16le, while processing. Each run has its own, so that a late one cannot touch another's. */
export const pcmKey = (recordingId: string, runId: string): string =>
  `${recordingPrefix(recordingId)}/audio-${runId}.pcm`;

export const peaksKey = (recordingId: string): string => `${recordingPrefix(recordingId)}/peaks.json`;

/** An imported transcript, parsed. */
export const importKey = (recordingId: string): string => `${recordingPrefix(recordingId)}/import.json`;

export const resultKey = (recordingId: string, runId: string): string =>
  `${recordingPrefix(recordingId)}/result-${runId}.json`;
