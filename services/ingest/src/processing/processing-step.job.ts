import { defineJob } from '@colloquy/subgraph';
import { z } from 'zod';
import type { Step } from './processing-run.entity.ts';

const payload = z.object({
  workspaceId: z.uuid(),
  recordingId: z.uuid(),
  runId: z.uuid(),
  stepNumber: z.int().nonnegative(),
});

export type StepPayload = z.infer<typeof payload>;

/** The queue tries again only what a dead worker or an absent database left behind: the run counts its own failures. */
const options = { retryLimit: 20, retryDelaySeconds: 1, heartbeatSeconds: 10, expireInSeconds: 4 * 3600 };

/** Preparing and publishing take seconds: they go beside recognition, so that nobody waits minutes to see a waveform. */
export const shortStepJob = defineJob('ingest.short-step', payload, { ...options, concurrency: 1 });

/**
 * Diarizing and transcribing one piece of a recording. First come, first served: recordings take turns by pieces. Those
 * of one collection take every place that is free, but stand behind others' by how many of them were before (`priority`).
 */
export const chunkStepJob = defineJob('ingest.chunk-step', payload, options);

export const jobOf = (step: Step) => (step === 'CHUNK' ? chunkStepJob : shortStepJob);
