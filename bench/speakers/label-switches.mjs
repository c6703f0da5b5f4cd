// How often a person's label changes from one piece of a recording to the next in which they speak.

const overlapMs = (a, b) => Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs));
/** Who says less in a piece has no label there to speak of. */
const MIN_SPEECH_MS = 2_000;

/** The label under which most of a person's speech in `chunk` stands; null when they hardly speak. */
function labelIn(chunk, said, heard) {
  const own = said.filter((turn) => overlapMs(turn, chunk) > 0);
  if (own.reduce((total, turn) => total + overlapMs(turn, chunk), 0) < MIN_SPEECH_MS) return null;
  const times = new Map();
  for (const turn of own)
    for (const other of heard) {
      const ms = overlapMs(turn, other);
      if (ms > 0) times.set(other.speaker, (times.get(other.speaker) ?? 0) + ms);
    }
  return [...times].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** `chances`: how often a person of `truth` is heard in a piece after an earlier one; `switches`: with another label. */
export function countSwitches(truth, turns, chunks) {
  let switches = 0;
  let chances = 0;
  for (const said of Map.groupBy(truth, ({ speaker }) => speaker).values()) {
    let last = null;
    for (const chunk of chunks) {
      const heard = turns.filter((turn) => overlapMs(turn, chunk) > 0);
      const label = labelIn(chunk, said, heard);
      if (label === null) continue;
      if (last !== null) chances += 1;
      if (last !== null && label !== last) switches += 1;
      last = label;
    }
  }
  return { switches, chances };
}
