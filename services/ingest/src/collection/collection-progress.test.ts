import { RecordingStatus } from '../recording/recording-status.ts';
import { RecordingStatusUpdate } from '../status/recording-status-update.ts';
import { progressOf, type CollectionClip } from './collection-progress.ts';
import { Collection } from './collection.entity.ts';

const clip = (status: RecordingStatus, progress: number, durationMs: number | null): CollectionClip => ({
  update: Object.assign(new RecordingStatusUpdate(), { status, progress }),
  durationMs,
});
const collection = Object.assign(new Collection(), { id: 'c' });
const { READY, PROCESSING, QUEUED, FAILED, CANCELLED } = RecordingStatus;

describe('the progress of a collection', () => {
  it('is the share of the sound that is done', () => {
    // One minute done, a quarter of two minutes, none of one: 1.5 of 4.
    const clips = [clip(READY, 1, 60_000), clip(PROCESSING, 0.25, 120_000), clip(QUEUED, 0, 60_000)];
    expect(progressOf(collection, clips)).toMatchObject({
      progress: 0.375,
      total: 3,
      ready: 1,
      inProgress: 2,
    });
  });

  it('leaves out what nobody works at any more', () => {
    const clips = [clip(READY, 1, 60_000), clip(FAILED, 0.9, 60_000), clip(CANCELLED, 0.1, 60_000)];
    expect(progressOf(collection, clips)).toMatchObject({ progress: 1, ready: 1, failed: 1, cancelled: 1 });
    expect(progressOf(collection, [clip(FAILED, 0.9, 60_000)]).progress).toBe(0);
  });

  it('takes a length that is not known yet for the usual one', () => {
    const clips = [clip(READY, 1, 90_000), clip(QUEUED, 0, null)];
    expect(progressOf(collection, clips).progress).toBe(0.5);
  });

  it('of nothing is 0', () => {
    expect(progressOf(collection, [])).toMatchObject({ progress: 0, total: 0, clips: [] });
  });
});
