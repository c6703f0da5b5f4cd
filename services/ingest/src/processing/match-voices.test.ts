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

  it('of one piece are not joined when no more are expected: each becomes another of those known', () => {
    const known = matchVoices(
      { turns: [], speakers: [speaker('x', ANNA, 9_000), speaker('y', [0.8, 0.6, 0])] },
      [],
      { threshold: 0.9, expectedSpeakers: 2 },
    ).voices;
    const second = matchVoices(
      {
        turns: [turn('x', 0), turn('y', 1_000)],
        speakers: [speaker('x', [0.7, 0, 0.7]), speaker('y', [0.69, 0, 0.72])],
      },
      known,
      { threshold: 0.9, expectedSpeakers: 2 },
    );
    expect(new Set(second.turns.map((one) => one.speaker)).size).toBe(2);
    expect(second.matches.map(({ decision }) => decision)).toEqual(['nearest', 'nearest']);
  });

  it('of whom too little is heard are no one else, and nobody is compared with them', () => {
    const heard = { turns: [turn('x', 0), turn('SPEAKER_00', 1_000)], speakers: [speaker('x', BEN)] };
    const second = matchVoices(heard, first.voices, options);
    expect(second.turns.map((one) => one.speaker)).toEqual(['SPEAKER_01', 'SPEAKER_02']);
    expect(second.matches[1]).toMatchObject({ decision: 'too-short', similarity: null });
    const third = matchVoices(
      { turns: [turn('x', 0)], speakers: [speaker('x', CARA)] },
      second.voices,
      options,
    );
    expect(third.turns.map((one) => one.speaker)).toEqual(['SPEAKER_03']);
    const expected = { ...options, expectedSpeakers: 2 };
    const limited = matchVoices(heard, first.voices, expected).turns.map((one) => one.speaker);
    expect(limited).toEqual(['SPEAKER_01', 'SPEAKER_00']);
  });

  it.each([null, 20])('are told in no time however many say too little, %s expected', (expectedSpeakers) => {
    const turns = Array.from({ length: 3_000 }, (_, i) => turn(`local ${i}`, i));
    const started = performance.now();
    const { voices } = matchVoices({ turns, speakers: [] }, [], { ...options, expectedSpeakers });
    expect(voices).toHaveLength(expectedSpeakers ?? turns.length);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('why a voice has its label', () => {
  const known: KnownVoice[] = [
    { label: 'SPEAKER_00', vector: ANNA, speechMs: 1_000 },
    { label: 'SPEAKER_01', vector: BEN, speechMs: 1_000 },
  ];

  it('is kept with how alike it is, and with who else it might have been', () => {
    const { matches } = matchVoices(
      { turns: [], speakers: [speaker('x', [0.8, 0.6, 0]), speaker('y', [0.3, 0.2, 0.9327])] },
      known,
      options,
    );
    expect(matches).toEqual([
      {
        local: 'x',
        speaker: 'SPEAKER_00',
        decision: 'same',
        similarity: 0.8,
        threshold: 0.5,
        alternatives: [{ speaker: 'SPEAKER_01', similarity: 0.6 }],
      },
      {
        local: 'y',
        speaker: 'SPEAKER_02',
        decision: 'new',
        similarity: null,
        threshold: 0.5,
        alternatives: [
          { speaker: 'SPEAKER_00', similarity: 0.3 },
          { speaker: 'SPEAKER_01', similarity: 0.2 },
        ],
      },
    ]);
  });

  it('claims no likeness where the engine recognised it and gave the reference back', () => {
    const { matches } = matchVoices(
      { turns: [], speakers: [{ ...speaker('x', ANNA), reference: 'SPEAKER_00' }] },
      known,
      options,
    );
    expect(matches).toMatchObject([{ speaker: 'SPEAKER_00', decision: 'same', similarity: null }]);
  });
});
