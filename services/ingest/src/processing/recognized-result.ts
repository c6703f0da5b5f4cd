import type { TranscriptionResult } from '@colloquy/contracts';
import { mergeTurns, segmentsFromWords, speakerLabel, type RecognizedWord } from '@colloquy/speech';
import type { Recording } from '../recording/recording.entity.ts';
import type { ChunkResult } from './chunk-result.entity.ts';
import type { ProcessingRun } from './processing-run.entity.ts';

/** BCP 47 for "undetermined". */
const UNKNOWN_LANGUAGE = 'und';

/** One result out of all pieces: speakers named in order of first speech, segments of one speaker each. */
export function recognizedResult(
  recording: Recording,
  run: ProcessingRun,
  chunks: readonly ChunkResult[],
): TranscriptionResult {
  const turns = mergeTurns(chunks.flatMap((chunk) => chunk.turns));
  const segments = segmentsFromWords(
    chunks.flatMap((chunk) => chunk.words.map(wholeMilliseconds)),
    turns,
  );
  const order = [...new Set([...segments, ...turns].map(({ speaker }) => speaker))];
  const nameOf = new Map(order.map((label, index) => [label, speakerLabel(index)]));
  const renamed = <T extends { speaker: string }>(named: T): T => ({
    ...named,
    speaker: nameOf.get(named.speaker) ?? named.speaker,
  });
  const language = recording.language ?? chunks.find((chunk) => chunk.language)?.language ?? UNKNOWN_LANGUAGE;
  const lastMs = Math.max(
    0,
    ...segments.map(({ endMs }) => endMs).slice(-1),
    ...turns.map(({ endMs }) => endMs).slice(-1),
  );
  return {
    formatVersion: 1,
    recordingId: recording.id,
    runId: run.id,
    language,
    durationMs: recording.durationMs ?? lastMs,
    speakers: order.map((label) => {
      const voice = run.voices.find((known) => known.label === label);
      const embedding =
        voice && voice.vector.length > 0 && run.engines
          ? { model: run.engines.embedder, vector: voice.vector, speechMs: Math.round(voice.speechMs) }
          : null;
      return { label: nameOf.get(label) ?? label, name: null, embedding };
    }),
    segments: segments.map(renamed),
    turns: turns.map(renamed).map(wholeMilliseconds),
    voiceMatches: run.voiceMatches
      .filter(({ speaker }) => nameOf.has(speaker))
      .map(({ alternatives, ...match }) => ({
        ...renamed(wholeMilliseconds(match)),
        alternatives: alternatives.filter(({ speaker }) => nameOf.has(speaker)).map(renamed),
      })),
    engines: enginesOf(run, chunks),
  };
}

function enginesOf(run: ProcessingRun, chunks: readonly ChunkResult[]): TranscriptionResult['engines'] {
  if (!run.engines) return [];
  const sum = (seconds: (chunk: ChunkResult) => number) =>
    chunks.reduce((total, chunk) => total + seconds(chunk), 0);
  return [
    { stage: 'diarize', ...run.engines.diarizer, seconds: sum((chunk) => chunk.diarizeSeconds) },
    { stage: 'transcribe', ...run.engines.recognizer, seconds: sum((chunk) => chunk.transcribeSeconds) },
  ];
}

/** Engines may answer in fractions; inside Colloquy times are whole milliseconds. */
function wholeMilliseconds<T extends Pick<RecognizedWord, 'startMs' | 'endMs'>>(stretch: T): T {
  const startMs = Math.max(0, Math.round(stretch.startMs));
  return { ...stretch, startMs, endMs: Math.max(startMs, Math.round(stretch.endMs)) };
}
