import { matchVoices } from './match-voices.ts';
import type { KnownVoice } from './processing-run.entity.ts';

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

  it('are new only while places are left, first for those who speak longest', () => {
    const knowsAnna = matchVoices({ turns: [], speakers: [speaker('x', ANNA)] }, [], options).voices;
    const second = matchVoices(
      {
        turns: [turn('x', 0), turn('y', 1_000), turn('z', 2_000)],
        speakers: [speaker('x', [0, 0.6, 0.8], 500), speaker('y', ANNA), speaker('z', BEN, 9_000)],
      },
      knowsAnna,
      { ...options, expectedSpeakers: 2 },
    );
    expect(second.turns.map((one) => one.speaker)).toEqual(['SPEAKER_01', 'SPEAKER_00', 'SPEAKER_01']);
    expect(second.voices.map(({ speechMs }) => speechMs)).toEqual([2_000, 9_500]);
  });

  it.each([1, 2, 3])('are never more than the %i expected', (expectedSpeakers) => {
    const pieces = [[ANNA], [BEN, CARA], [ANNA, BEN, CARA], [CARA, [0.3, -0.9, 0.3]]];
    let known: KnownVoice[] = [];
    for (const vectors of pieces) {
      const speakers = vectors.map((vector, i) => speaker(`local ${i}`, vector));
      const turns = speakers.map(({ label }, i) => turn(label, i * 1_000));
      const matched = matchVoices({ turns, speakers }, known, { ...options, expectedSpeakers });
      known = matched.voices;
      for (const one of matched.turns) expect(known.map(({ label }) => label)).toContain(one.speaker);
    }
    expect(known).toHaveLength(expectedSpeakers);
  });

  it('of one piece are not joined when their number is not given', () => {
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
