import { optimalAssignment } from './optimal-assignment.ts';
import { mergeIntervals, type Interval, type Turn } from './timeline.ts';

export interface DiarizationError {
  /** (missed + false alarm + confusion) / reference; may exceed 1. 0 when both are empty, Infinity for speech where none is. */
  rate: number;
  missedMs: number;
  falseAlarmMs: number;
  confusionMs: number;
  /** Speech in the reference, overlapping speakers counted each. */
  referenceMs: number;
}

export interface DiarizationScoring {
  /** Unscored margin on each side of a reference boundary (NIST's definition; pyannote's number is the total width). */
  collarMs?: number;
  /** What is scored (UEM); everything by default. */
  uem?: Interval;
}

interface Stretch {
  durationMs: number;
  reference: Set<string>;
  hypothesis: Set<string>;
}

/** Diarization error rate, exact to the millisecond, overlaps scored, under the best one-to-one mapping of speakers. */
export function diarizationErrorRate(
  reference: readonly Turn[],
  hypothesis: readonly Turn[],
  scoring: DiarizationScoring = {},
): DiarizationError {
  return totalDiarizationError([scoreDiarization(reference, hypothesis, scoring)]);
}

/** One rate over several recordings: errors and reference speech added up. */
export function totalDiarizationError(errors: readonly Omit<DiarizationError, 'rate'>[]): DiarizationError {
  const sum = (key: 'missedMs' | 'falseAlarmMs' | 'confusionMs' | 'referenceMs') =>
    errors.reduce((total, error) => total + error[key], 0);
  const total = {
    missedMs: sum('missedMs'),
    falseAlarmMs: sum('falseAlarmMs'),
    confusionMs: sum('confusionMs'),
    referenceMs: sum('referenceMs'),
  };
  const wrongMs = total.missedMs + total.falseAlarmMs + total.confusionMs;
  return { rate: wrongMs === 0 ? 0 : wrongMs / total.referenceMs, ...total };
}

function scoreDiarization(
  reference: readonly Turn[],
  hypothesis: readonly Turn[],
  scoring: DiarizationScoring,
): Omit<DiarizationError, 'rate'> {
  const stretches = scoredStretches(reference, hypothesis, scoring);
  const mapping = mapSpeakers(stretches);
  const error = { missedMs: 0, falseAlarmMs: 0, confusionMs: 0, referenceMs: 0 };
  for (const { durationMs, reference: said, hypothesis: heard } of stretches) {
    const right = [...said].filter((speaker) => heard.has(mapping.get(speaker) ?? '')).length;
    error.referenceMs += said.size * durationMs;
    error.missedMs += Math.max(0, said.size - heard.size) * durationMs;
    error.falseAlarmMs += Math.max(0, heard.size - said.size) * durationMs;
    error.confusionMs += (Math.min(said.size, heard.size) - right) * durationMs;
  }
  return error;
}

/** Cuts time at every boundary of either side, so that within a stretch nobody starts or stops. */
function scoredStretches(
  reference: readonly Turn[],
  hypothesis: readonly Turn[],
  { collarMs = 0, uem }: DiarizationScoring,
): Stretch[] {
  const from = uem?.startMs ?? 0;
  const to =
    uem?.endMs ??
    Math.max(0, ...reference.map((turn) => turn.endMs), ...hypothesis.map((turn) => turn.endMs));
  const unscored =
    collarMs > 0
      ? mergeIntervals(
          reference
            .flatMap(({ startMs, endMs }) => [startMs, endMs])
            .map((ms) => ({ startMs: ms - collarMs, endMs: ms + collarMs })),
        )
      : [];
  const edges = [...reference, ...hypothesis, ...unscored].flatMap(({ startMs, endMs }) => [startMs, endMs]);
  const bounds = [...new Set([from, to, ...edges])]
    .filter((ms) => ms >= from && ms <= to)
    .sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const startMs = bounds[i] ?? 0;
    const endMs = bounds[i + 1] ?? 0;
    const covers = (interval: Interval) => interval.startMs <= startMs && interval.endMs >= endMs;
    if (unscored.some(covers)) continue;
    stretches.push({
      durationMs: endMs - startMs,
      reference: new Set(reference.filter(covers).map((turn) => turn.speaker)),
      hypothesis: new Set(hypothesis.filter(covers).map((turn) => turn.speaker)),
    });
  }
  return stretches;
}

/** The mapping from reference to hypothesis speakers under which they coincide longest. */
function mapSpeakers(stretches: readonly Stretch[]): Map<string, string> {
  const references = [...new Set(stretches.flatMap((stretch) => [...stretch.reference]))];
  const hypotheses = [...new Set(stretches.flatMap((stretch) => [...stretch.hypothesis]))];
  const together = references.map((said) =>
    hypotheses.map((heard) =>
      stretches.reduce(
        (total, stretch) =>
          total + (stretch.reference.has(said) && stretch.hypothesis.has(heard) ? stretch.durationMs : 0),
        0,
      ),
    ),
  );
  return new Map(
    optimalAssignment(together).map(({ row, column }) => [references[row] ?? '', hypotheses[column] ?? '']),
  );
}
