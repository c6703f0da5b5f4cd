import { identifyVoices } from './identify-voices.ts';
import { calibrationOf, isDraftVoiceModel } from './voice-calibration.ts';

const calibration = calibrationOf('speaker-96');
/** A vector whose cosine to the first axis is `cosine`. */
const at = (cosine: number): number[] => [cosine, Math.sqrt(1 - cosine ** 2), 0];
const anna = { profileId: 'anna', vector: [1, 0, 0] };
const heard = (vector: readonly number[], speechMs = 30_000, notThese: string[] = []) => ({
  label: 'S',
  vector,
  speechMs,
  notThese,
});
const outcomeOf = (cosine: number, speechMs?: number) =>
  identifyVoices([heard(at(cosine), speechMs)], [anna], calibration)[0];

it('is sure, asks, or knows nobody, by how alike the voice is', () => {
  expect(outcomeOf(0.8)).toMatchObject({ outcome: 'sure', best: { profileId: 'anna' }, enrols: false });
  expect(outcomeOf(0.9)).toMatchObject({ outcome: 'sure', enrols: true });
  expect(outcomeOf(0.66)).toMatchObject({ outcome: 'maybe', enrols: false });
  expect(outcomeOf(0.5)).toMatchObject({ outcome: 'unknown', best: null });
});

it('gives even odds in the middle, against nobody', () => {
  expect(outcomeOf(calibration.middle)?.best?.confidence).toBeCloseTo(0.5);
});

it('only asks where little was heard', () => {
  expect(outcomeOf(0.95, 4_000)).toMatchObject({ outcome: 'maybe', enrols: false });
  expect(outcomeOf(0.95, 10_000)).toMatchObject({ outcome: 'sure', enrols: false });
});

it('is less sure of one where another sounds alike', () => {
  const twin = { profileId: 'twin', vector: at(0.99) };
  const [found] = identifyVoices([heard(at(0.9))], [anna, twin], calibration);
  expect(found?.outcome).not.toBe('sure');
  expect(found?.alternatives.length).toBeGreaterThan(0);
});

it('gives one person to one voice of a recording, the likelier', () => {
  const voices = [
    { label: 'A', vector: at(0.8), speechMs: 30_000 },
    { label: 'B', vector: at(0.9), speechMs: 30_000 },
  ];
  const [a, b] = identifyVoices(voices, [anna], calibration);
  expect(a).toMatchObject({ outcome: 'unknown', alternatives: [{ profileId: 'anna' }] });
  expect(b).toMatchObject({ outcome: 'sure' });
});

it('does not offer who was ruled out, and manages without anybody', () => {
  expect(identifyVoices([heard(at(0.9), 30_000, ['anna'])], [anna], calibration)[0]).toMatchObject({
    outcome: 'unknown',
    alternatives: [],
  });
  expect(identifyVoices([heard(at(0.9))], [], calibration)[0]?.outcome).toBe('unknown');
});

it('is cautious with embedders nobody has measured, and lets nothing join by itself', () => {
  const [found] = identifyVoices([heard(at(0.999))], [anna], calibrationOf('made-up'));
  expect(found).toMatchObject({ outcome: 'sure', enrols: false });
  expect([isDraftVoiceModel('speaker-96'), isDraftVoiceModel('made-up')]).toEqual([true, false]);
});
