import { canBecome, RecordingStatus } from './recording-status.ts';

describe('the states of a recording', () => {
  it.each([
    ['QUEUED', 'PROCESSING', true],
    ['PROCESSING', 'READY', true],
    ['PROCESSING', 'QUEUED', false],
    ['READY', 'QUEUED', true],
    ['READY', 'FAILED', false],
    ['CANCELLED', 'PROCESSING', false],
    ['FAILED', 'QUEUED', true],
    ['UPLOADED', 'READY', false],
  ] as const)('%s → %s: %s', (from, to, allowed) => {
    expect(canBecome(RecordingStatus[from], RecordingStatus[to])).toBe(allowed);
  });
});
