import type { TranscriptionResult } from '@colloquy/contracts';
import type { Storage } from '@colloquy/storage';
import { lengthMs, mergeTurns } from '@colloquy/speech';
import { importKey } from '../processing/storage-keys.ts';
import type { Recording } from '../recording/recording.entity.ts';
import { parsedTranscript, type ParsedTranscript } from './parsed-transcript.ts';

const MAX_BYTES = 512 * 1024 * 1024;
/** Segments of one speaker closer than this are one turn. */
const MAX_GAP_MS = 500;

/** The result document of an imported transcript: the same as of a recognised one, made by nobody's engine. */
export async function importedResult(
  storage: Storage,
  recording: Recording,
  runId: string,
): Promise<TranscriptionResult> {
  const content = await storage.read(importKey(recording.id), { maxBytes: MAX_BYTES });
  const { language, speakers, segments } = parsedTranscript.parse(JSON.parse(content.toString('utf8')));
  const timed = segments.map((segment) => ({ ...segment, words: segment.words ?? spreadWords(segment) }));
  return {
    formatVersion: 1,
    recordingId: recording.id,
    runId,
    language: recording.language ?? language ?? 'und',
    durationMs: Math.max(recording.durationMs ?? 0, ...segments.slice(-1).map(({ endMs }) => endMs)),
    speakers: speakers.map((speaker) => ({ ...speaker, embedding: null })),
    segments: timed,
    turns: mergeTurns(
      segments.map(({ speaker, startMs, endMs }) => ({ speaker, startMs, endMs })),
      MAX_GAP_MS,
    ),
    engines: [{ stage: 'import', engine: 'import', model: 'none', version: '1', seconds: 0 }],
  };
}

/** Without times of its own, a word takes its share of the segment by its length, so that it can be clicked and played. */
function spreadWords(
  segment: ParsedTranscript['segments'][number],
): TranscriptionResult['segments'][number]['words'] {
  const texts = segment.text.split(' ').filter(Boolean);
  const total = texts.reduce((sum, text) => sum + text.length + 1, 0);
  let before = 0;
  return texts.map((text) => {
    const startMs = segment.startMs + Math.floor((lengthMs(segment) * before) / total);
    before += text.length + 1;
    return {
      text,
      startMs,
      endMs: segment.startMs + Math.floor((lengthMs(segment) * before) / total),
      confidence: null,
    };
  });
}
