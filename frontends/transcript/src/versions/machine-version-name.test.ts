import { madeBy, machineVersionName } from './machine-version-name.ts';

const t = ((key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`) as never;
const made = (version: number, ...engines: { stage: string; engine: string; model: string }[]) => ({
  version,
  createdAt: '2026-05-03T10:00:00.000Z',
  engines,
});
const whisper = { stage: 'transcribe', engine: 'sherpa-onnx', model: 'whisper-small' };

it('says which engine wrote it down, where one did and that is known', () => {
  const heard = { stage: 'diarize', engine: 'sherpa-onnx', model: 'pyannote' };
  expect(machineVersionName(made(1, heard, whisper), t)).toBe(
    'versions.writtenBy {"engine":"Whisper small"}',
  );
  expect(machineVersionName(made(1, { ...whisper, stage: 'import' }), t)).toContain('versions.imported');
  expect(machineVersionName(made(1), t)).toContain('versions.processed');
});

it('knows what made each version', () => {
  const machines = [made(1), made(4, whisper)];
  expect(madeBy(machines, 3, t)).toContain('versions.processed');
  expect(madeBy(machines, 4, t)).toContain('Whisper small');
  expect(madeBy(machines, 9, t)).toContain('Whisper small');
  expect(madeBy([], 1, t)).toBeUndefined();
});
