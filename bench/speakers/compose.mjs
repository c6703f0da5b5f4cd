// Conversations composed of the read sentences of several people, with who spoke when.
const BYTES_PER_MS = 32;
const TURN_MS = [2_000, 12_000];
const PAUSE_MS = [200, 900];
/** How long the same people talk before others take over. */
const SCENE_MS = [90_000, 300_000];

/** `talking` of `speakers` people take turns at a time; nobody follows themselves. */
export function composeTurns(utterances, { durationMs, speakers, talking, random }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const between = ([least, most]) => Math.round(least + random() * (most - least));
  const some = (list, count) => {
    const chosen = new Set();
    while (chosen.size < count) chosen.add(pick(list));
    return [...chosen];
  };
  const cast = some([...utterances.keys()], speakers);
  const parts = [];
  const turns = [];
  let atMs = 0;
  let sceneEndsMs = 0;
  let present = [];
  while (atMs < durationMs) {
    if (atMs >= sceneEndsMs) {
      present = some(cast, talking);
      sceneEndsMs = atMs + between(SCENE_MS);
    }
    const speaker = pick(present.filter((one) => one !== turns.at(-1)?.speaker));
    const utterance = pick(utterances.get(speaker));
    const lengthMs = Math.min(between(TURN_MS), Math.floor(utterance.length / BYTES_PER_MS));
    // Not always the same words: a turn begins anywhere in the utterance.
    const fromMs = Math.floor(random() * (utterance.length / BYTES_PER_MS - lengthMs));
    const pauseMs = between(PAUSE_MS);
    turns.push({ speaker, startMs: atMs, endMs: atMs + lengthMs });
    parts.push(utterance.subarray(fromMs * BYTES_PER_MS, (fromMs + lengthMs) * BYTES_PER_MS));
    parts.push(Buffer.alloc(pauseMs * BYTES_PER_MS));
    atMs += lengthMs + pauseMs;
  }
  return { pcm: Buffer.concat(parts), turns };
}
