// Made-up conversations with the statistics of real ones: a few words very often, most words rarely (Zipf's law).

const COMMON =
  'the to and a of you it that is we in for on this have so not are be with but can do at as if what was they or there one will would about think just know like yeah okay right well how from our need good'.split(
    ' ',
  );
const TOPICS =
  'discount renewal invoice deadline prototype budget hiring outage annual plan battery remote security audit support ticket migration onboarding contract customer feature release training warehouse shipment refund upgrade license quarter target campaign survey interview feedback roadmap database server network'.split(
    ' ',
  );
const SYLLABLES =
  'ka ro mi ten sal ver dun bar lo pri con tes ma nel gor fit wen dal sho ri pel tam nor qui ze bra'.split(
    ' ',
  );
/** Real people use this many different words in a thousand hours of meetings. */
const RARE_WORDS = 15_000;

/** mulberry32: small, seeded, good enough for a corpus. */
export function randomness(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = (list, random) => list[Math.floor(random() * list.length)];
const zipf = (count, random) => Math.floor(count ** random()) - 1;
const rareWord = (rank) =>
  SYLLABLES[rank % 26] + SYLLABLES[Math.floor(rank / 26) % 26] + SYLLABLES[Math.floor(rank / 676) % 26];

/** 6 to 24 words. */
export function segmentText(random) {
  const length = 6 + Math.floor(random() * 19);
  const words = Array.from({ length }, () => {
    const kind = random();
    if (kind < 0.72) return COMMON[zipf(COMMON.length, random)];
    return kind < 0.735 ? pick(TOPICS, random) : rareWord(zipf(RARE_WORDS, random));
  });
  // Neighbours as real phrases have them.
  if (random() < 0.004) words.push('annual', 'plan');
  if (random() < 0.003) words.push('security', 'audit');
  return `${words.join(' ')}.`;
}

/** A result document in pieces: a long one never is in memory whole. */
export async function* resultDocument({ recordingId, runId, size, seed }) {
  const random = randomness(seed);
  const speakers = ['SPEAKER_00', 'SPEAKER_01', 'SPEAKER_02'];
  const head = { formatVersion: 1, recordingId, runId, language: 'en', durationMs: size * 4_000 };
  const named = speakers.map((label) => ({ label, name: null, embedding: null }));
  yield Buffer.from(
    `${JSON.stringify({ ...head, speakers: named, turns: [], engines: [] }).slice(0, -1)},"segments":[`,
  );
  for (let index = 0; index < size; index += 1) {
    const text = segmentText(random);
    const startMs = index * 4_000;
    const tokens = text.split(' ');
    const at = (word) => startMs + Math.floor((word * 3_800) / tokens.length);
    const words = tokens.map((token, i) => ({
      text: token,
      startMs: at(i),
      endMs: at(i + 1),
      confidence: 0.9,
    }));
    const segment = { speaker: pick(speakers, random), startMs, endMs: startMs + 3_800, text, words };
    yield Buffer.from((index === 0 ? '' : ',') + JSON.stringify(segment));
  }
  yield Buffer.from(']}');
}
