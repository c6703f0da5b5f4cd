import { setTimeout as sleep } from 'node:timers/promises';
import { ProcessingStage } from '../recording/recording-status.ts';
import { RunProgress } from './run-progress.ts';
import type { CurrentRun, RunStore } from './run.store.ts';

type Shown = Parameters<RunStore['saveProgress']>[1];

/** The progress of a run that was at 4 % a minute ago, and what was shown of it. */
function runningProgress() {
  const shown: Shown[] = [];
  const store: Pick<RunStore, 'saveProgress'> = {
    saveProgress: async (_step, state) => {
      shown.push(state);
      return true;
    },
  };
  const run = { progress: 0.04, measuredAt: new Date(Date.now() - 60_000), measuredProgress: 0.04 };
  const step = { workspaceId: 'w', recordingId: 'r', runId: 'r', stepNumber: 1 };
  const progress = new RunProgress(store as RunStore, step, { run } as CurrentRun, () => undefined);
  const begin = (expectedSeconds: number) =>
    progress.begin({
      stage: ProcessingStage.TRANSCRIBE,
      message: 'Writing down what is said',
      span: { from: 0.04, to: 0.96 },
      expectedSeconds,
    });
  return { progress, shown, begin };
}

it('tells no time left of an engine that is late and says nothing', async () => {
  const { progress, shown, begin } = runningProgress();
  begin(1);
  await sleep(2_000);
  await progress.close();
  expect(shown.some(({ etaSeconds }) => etaSeconds !== null)).toBe(true);
  expect(shown.at(-1)).toMatchObject({ etaSeconds: null });
  expect(shown.at(-1)?.progress).toBeGreaterThan(0.75);
});

it('tells the time left by what the engine says, however far the guess had come', async () => {
  const { progress, shown, begin } = runningProgress();
  const say = begin(0.5);
  await sleep(900);
  say(0.1);
  await sleep(800);
  await progress.close();
  // A tenth took a minute, so the rest takes about nine; the guess had been at nine tenths.
  expect(shown.at(-1)?.etaSeconds).toBeGreaterThan(200);
  expect(shown.at(-1)?.progress).toBeGreaterThan(0.75);
});
