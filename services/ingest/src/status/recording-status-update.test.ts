import { RecordingStatus } from '../recording/recording-status.ts';
import { isLate, isNews, RecordingStatusUpdate } from './recording-status-update.ts';

const update = (values: Partial<RecordingStatusUpdate>) =>
  Object.assign(new RecordingStatusUpdate(), {
    status: RecordingStatus.PROCESSING,
    progress: 0.5,
    attempt: 1,
    message: '',
    waiting: false,
    stage: null,
    etaSeconds: null,
    deleted: false,
    ...values,
  });

describe('what subscribers are told', () => {
  const last = update({});
  it.each<[string, Partial<RecordingStatusUpdate>, boolean]>([
    ['the same again', {}, false],
    ['progress', { progress: 0.6 }, true],
    ['progress that comes late', { progress: 0.4 }, false],
    ['another message', { message: 'x' }, true],
    ['that it waits', { waiting: true }, true],
    ['the end', { status: RecordingStatus.READY, progress: 1 }, true],
    ['the beginning, late', { status: RecordingStatus.QUEUED }, false],
    ['a new attempt, from zero', { attempt: 2, progress: 0, status: RecordingStatus.QUEUED }, true],
    ['an old attempt', { attempt: 0, progress: 0.9 }, false],
    ['deletion', { deleted: true }, true],
  ])('%s', (_what, values, told) => {
    expect(isNews(last, update(values))).toBe(told);
  });
});

describe('what comes too late', () => {
  const last = update({});
  it.each<[string, Partial<RecordingStatusUpdate>, boolean]>([
    ['the same again', {}, false],
    ['progress that was passed', { progress: 0.4 }, true],
    ['a status that was passed', { status: RecordingStatus.QUEUED, progress: 0.6 }, true],
    ['an old attempt, at its end', { attempt: 0, status: RecordingStatus.FAILED }, true],
    ['the next attempt', { attempt: 2, progress: 0, status: RecordingStatus.QUEUED }, false],
    ['deletion', { deleted: true, progress: 0.4 }, false],
  ])('%s', (_what, values, late) => {
    expect(isLate(last, update(values))).toBe(late);
    expect(isLate(undefined, update(values))).toBe(false);
  });
});
