import { matchVoices } from './match-voices.ts';

const ANNA = [1, 0, 0];
const BEN = [0, 1, 0];
const CARA = [0, 0, 1];
const turn = (speaker: string, startMs: number) => ({ speaker, startMs, endMs: startMs + 1_000 });
const speaker = (label: string, vector: number[], speechMs = 1_000) => ({ label, vector, speechMs });
const options = { threshold: 0.5, expectedSpeakers: null };

describe('voices from piece to piece', () => {
  const first = matchVoices(
    { turns: [turn('x', 0), turn('y', 1_000)], speakers: [speaker('x', ANNA), speaker('y', BEN)] },
    [],
    options,
  );

  it('are labelled in order of first speech', () => {
    expect(first.turns.map((one) => one.speaker)).toEqual(['SPEAKER_00', 'SPEAKER_01']);
  });

  it('keep their labels when the diarizer calls them differently', () => {
    const second = matchVoices(
      { turns: [turn('x', 0), turn('y', 1_000)], speakers: [speaker('x', BEN), speaker('y', ANNA)] },
      first.voices,
      options,
    );
    expect(second.turns.map((one) => one.speaker)).toEqual(['SPEAKER_01', 'SPEAKER_00']);
    expect(second.voices.map(({ speechMs }) => speechMs)).toEqual([2_000, 2_000]);
  });

  it('are new when they resemble nobody', () => {
    const second = matchVoices(
      { turns: [turn('x', 0)], speakers: [speaker('x', CARA)] },
      first.voices,
      options,
    );
    expect(second.turns[0]?.speaker).toBe('SPEAKER_02');
    expect(second.voices).toHaveLength(3);
  });

  it('cannot be new when everybody is known', () => {
    const alike = [0.3, 0.1, 0.9];
    const second = matchVoices({ turns: [turn('x', 0)], speakers: [speaker('x', alike)] }, first.voices, {
      ...options,
      expectedSpeakers: 2,
    });
    expect(second.turns[0]?.speaker).toBe('SPEAKER_00');
  });

  it('of one piece are never joined', () => {
    const second = matchVoices(
      { turns: [turn('x', 0), turn('y', 0)], speakers: [speaker('x', ANNA), speaker('y', ANNA)] },
      first.voices,
      options,
    );
    expect(new Set(second.turns.map((one) => one.speaker)).size).toBe(2);
  });

  it('do not change what was remembered before', () => {
    const before = structuredClone(first.voices);
    matchVoices({ turns: [], speakers: [speaker('x', CARA, 9_000)] }, first.voices, {
      ...options,
      threshold: -1,
    });
    expect(first.voices).toEqual(before);
  });
});
