import type { useMessages } from '@colloquy/web-kit';

/** The `t` of the transcript's messages, for parts that are handed it. */
export type TranscriptMessages = ReturnType<typeof useMessages<'transcript'>>['t'];
