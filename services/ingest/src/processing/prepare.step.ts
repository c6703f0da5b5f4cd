import { join } from 'node:path';
import { withScratchFolder } from '@colloquy/engines';
import { planChunks } from '@colloquy/speech';
import type { Storage } from '@colloquy/storage';
import { ExpectedError, type JobQueue } from '@colloquy/subgraph';
import { findSound } from '../audio/find-sound.ts';
import { measureAudio } from '../audio/measure-audio.ts';
import { publishRecordingChanged } from '../recording/recording-event.ts';
import { ProcessingStage, RecordingSource } from '../recording/recording-status.ts';
import type { AudioDecoder } from './audio-decoder.ts';
import { WAITING_FOR_TURN } from './processing-run.entity.ts';
import { at, chunkSpan, PREPARE_SPAN, within } from './progress.ts';
import type { StepHandler } from './step-runner.ts';
import { pcmKey, peaksKey, sourceKey } from './storage-keys.ts';

interface PrepareOptions {
  storage: Storage;
  decode: AudioDecoder;
  /** Where audio lies while it is decoded. */
  scratchDir: string;
  jobs: JobQueue;
  maxDurationMs: number;
  chunkMs: number;
}

const DECODE = within(PREPARE_SPAN, { from: 0.05, to: 0.8 });
const MEASURE = within(PREPARE_SPAN, { from: 0.8, to: 1 });

/** Decodes the audio, draws its waveform, and plans the pieces it is recognised in. */
export function prepareStep({
  storage,
  decode,
  scratchDir,
  jobs,
  maxDurationMs,
  chunkMs,
}: PrepareOptions): StepHandler {
  return async ({ recording, run, progress, signal }) => {
    const audio = pcmKey(recording.id, run.id);
    progress.begin({ stage: ProcessingStage.PROBE, message: 'Looking at the file', span: PREPARE_SPAN });
    if (!(await storage.stat(sourceKey(recording.id)))) throw noSource();
    const onDecoded = progress.begin({
      stage: ProcessingStage.DECODE,
      message: 'Decoding the audio',
      span: DECODE,
    });
    await withScratchFolder(scratchDir, async (folder) => {
      const decoded = join(folder, 'audio.pcm');
      await storage.localPath(sourceKey(recording.id), (source) =>
        decode(source, decoded, {
          signal,
          maxDurationMs,
          onProgress: onDecoded,
          ...(recording.durationMs && { durationMs: recording.durationMs }),
        }),
      );
      await storage.putFile(audio, decoded);
    });
    progress.begin({ stage: ProcessingStage.DETECT_SPEECH, message: 'Measuring the audio', span: MEASURE });
    const { durationMs, peaks, levels } = await storage.localPath(audio, (path) =>
      measureAudio(path, signal),
    );
    if (durationMs === 0) throw noSound();
    await storage.put(peaksKey(recording.id), JSON.stringify({ durationMs, peaks }));

    // A retry goes on with the plan, and with the pieces that were finished.
    const chunks = run.chunks ?? planChunks(findSound(levels, durationMs), durationMs, chunkMs);
    const withoutRecognition = recording.source === RecordingSource.IMPORT;
    const next = withoutRecognition || run.chunksDone >= chunks.length ? 'PUBLISH' : 'CHUNK';
    return {
      next,
      run: {
        chunks,
        measuredAt: null,
        progress: Math.max(run.progress, at(chunkSpan(chunks, run.chunksDone), 0)),
        message: next === 'CHUNK' ? WAITING_FOR_TURN : 'Prepared',
      },
      recording: { durationMs, hasPeaks: true },
      save: (tx, changed) => publishRecordingChanged(tx, jobs, changed),
    };
  };
}

const noSource = () =>
  new ExpectedError({
    code: 'AUDIO_MISSING',
    message: 'The uploaded file is gone from storage.',
    troubleshooting: ['Was the data folder cleaned, moved or restored without its `storage` part?'],
    recovery: ['Bring the file back from a backup and retry, or upload the recording again.'],
  });

const noSound = () =>
  new ExpectedError({
    code: 'AUDIO_EMPTY',
    message: 'There is no sound in this file: decoding it gave nothing.',
    troubleshooting: ['Does it play in a player on your computer?'],
    recovery: ['Export the recording again and upload the new file.'],
  });
