import {
  at,
  chunkSpan,
  EnginePace,
  engineShares,
  estimateRemaining,
  likelyFraction,
  measureFrom,
  PREPARE_SPAN,
  PUBLISH_SPAN,
  within,
} from './progress.ts';

const minutes = (...lengths: number[]) => {
  let startMs = 0;
  return lengths.map((length) => ({ startMs, endMs: (startMs += length * 60_000) }));
};

describe('progress', () => {
  it('gives every piece its share, one after the other, without gaps', () => {
    const chunks = minutes(10, 10, 5);
    const spans = chunks.map((_, index) => chunkSpan(chunks, index));
    const whole = [PREPARE_SPAN, ...spans, PUBLISH_SPAN];
    whole.slice(1).forEach((span, i) => expect(span.from).toBeCloseTo(whole[i]?.to ?? NaN));
    const lengths = spans.map(({ from, to }) => to - from);
    expect((lengths[0] ?? 0) / (lengths[2] ?? 1)).toBeCloseTo(2);
  });

  it('stays inside its span whatever an engine says', () => {
    expect(at({ from: 0.2, to: 0.4 }, -1)).toBe(0.2);
    expect(at({ from: 0.2, to: 0.4 }, 7)).toBeCloseTo(0.4);
    expect(within({ from: 0.5, to: 1 }, { from: 0.5, to: 1 })).toEqual({ from: 0.75, to: 1 });
  });

  it('divides a piece by the speed of its engines', () => {
    const { diarize, transcribe } = engineShares({ diarize: 0.1, transcribe: 0.3 });
    expect(diarize.to).toBeCloseTo(0.245);
    expect(transcribe).toEqual({ from: diarize.to, to: 0.98 });
  });

  it('creeps on for a silent engine, never falling and never arriving', () => {
    const seen = Array.from({ length: 400 }, (_, i) => likelyFraction(i * 0.1, 5));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen[20]).toBeCloseTo(0.4);
    expect(seen.at(-1)).toBeLessThan(1);
  });

  it('knows no time left once an engine takes longer than expected', () => {
    const pace = new EnginePace(10);
    expect(pace.isOverrun(9)).toBe(false);
    expect(pace.isOverrun(11)).toBe(true);
    expect(pace.fraction(60)).toBeLessThan(1);
  });

  it('learns from what the engine says how long it will take', () => {
    const slow = new EnginePace(10);
    slow.learn(0.25, 20);
    expect(slow.isOverrun(60)).toBe(false);
    expect(slow.fraction(40)).toBeCloseTo(0.5);
    expect(slow.isOverrun(81)).toBe(true);
    slow.learn(1, 90);
    expect([slow.fraction(91), slow.isOverrun(91)]).toEqual([1, false]);
  });

  it('does not take the first word of an engine for its speed, nor a quick beginning', () => {
    const pace = new EnginePace(10);
    pace.learn(0.001, 2);
    expect(pace.fraction(5)).toBeCloseTo(0.5);
    pace.learn(0.6, 5.1);
    expect(pace.fraction(7)).toBeCloseTo(0.7);
    expect(pace.isOverrun(9.5)).toBe(false);
  });

  it('tells the time left by the speed so far', () => {
    const measured = { at: new Date(0), progress: 0.04 };
    expect(estimateRemaining(measured, 0.52, new Date(60_000))).toBe(60);
    expect(estimateRemaining(measured, 0.05, new Date(60_000))).toBeNull();
    expect(estimateRemaining(measured, 0.9, new Date(500))).toBeNull();
  });

  it('measures the speed from the first piece on, and anew after nobody has worked', () => {
    const now = new Date(300_000);
    const run = {
      measuredAt: null,
      measuredProgress: 0,
      stepStarts: 0,
      chunks: minutes(10, 10),
      chunksDone: 0,
    };
    const from = (values: object) => measureFrom({ ...run, nextStep: 'CHUNK', ...values }, now);
    expect(from({ nextStep: 'PREPARE' }).measuredAt).toBeNull();
    const begun = from({});
    expect(begun).toEqual({ measuredAt: now, measuredProgress: PREPARE_SPAN.to });
    const second = { measuredAt: new Date(1_000), measuredProgress: PREPARE_SPAN.to, chunksDone: 1 };
    expect(from(second)).toEqual({ measuredAt: new Date(1_000), measuredProgress: PREPARE_SPAN.to });
    expect(from({ ...second, stepStarts: 1 })).toEqual({
      measuredAt: now,
      measuredProgress: expect.closeTo(0.51),
    });
  });
});
