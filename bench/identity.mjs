// Is the same person recognised in another recording, and nobody else? Ten people with ten read sentences each: three
// make the profile, the others are tried, with 30 % of the people unknown (every choice of three of ten). And a call of
// two people who enrolled over another microphone.
//   npm run bench -- identity [--diarizer=<id of a rung, whose embedder is measured>]
// Prints tables (Markdown) and exits with 1 when a bound is missed. Reads COLLOQUY_FIXTURES and COLLOQUY_MODELS.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeAudio, openEngines, speechEnv } from '@colloquy/engines';
import { calibrationOf, cosineSimilarity, identifyVoices, voiceCentroid } from '@colloquy/speech';
import { z } from 'zod';
import { adaptiveNorm, equalErrorRate, fitLogistic } from './identity/measures.mjs';
import { speakersOf, voiceOf } from './identity/voices.mjs';
import { loadUtterances } from './speech/utterances.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = resolve(root, process.env.COLLOQUY_FIXTURES ?? '../shared/fixtures');
const models = resolve(root, process.env.COLLOQUY_MODELS ?? '../shared/models');
const diarizer = process.argv.find((argument) => argument.startsWith('--diarizer='))?.slice(11) ?? 'embedded';

const ENROLLED = 3;
const UNKNOWN = 3;
const COHORT = 5;
/** Of the embedder that comes with Colloquy; of another only the false names. */
const BOUNDS = { eer: 0.04, rank1: 0.97, strangerSure: 0.02, wrongSure: 0.005 };

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) =>
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));

/** Every trial of a voice against every profile, and how often the nearest profile is the right one. */
function verify(profiles, tries) {
  const plain = [];
  const normed = [];
  let first = 0;
  for (const { person, vector } of tries) {
    const scores = profiles.map((profile) => cosineSimilarity(profile.vector, vector));
    if (profiles[scores.indexOf(Math.max(...scores))]?.profileId === person) first += 1;
    for (const [i, profile] of profiles.entries()) {
      const others = profiles.filter((_, j) => j !== i);
      const same = profile.profileId === person;
      const voiceToCohort = scores.filter((_, j) => j !== i);
      const profileToCohort = others.map((other) => cosineSimilarity(other.vector, profile.vector));
      plain.push({ same, score: scores[i] });
      normed.push({ same, score: adaptiveNorm(scores[i], voiceToCohort, profileToCohort, COHORT) });
    }
  }
  return {
    eer: equalErrorRate(plain).rate,
    eerNormed: equalErrorRate(normed).rate,
    rank1: first / tries.length,
    fit: fitLogistic(plain),
  };
}

/** Every way to leave so many of them out. */
function* choices(people, count) {
  if (count === 0) yield [];
  else
    for (const [i, person] of people.entries())
      for (const rest of choices(people.slice(i + 1), count - 1)) yield [person, ...rest];
}

/** What becomes of voices of people with and without a profile. */
function identify(profiles, tries, calibration) {
  const people = profiles.map(({ profileId }) => profileId);
  const seen = { known: 0, stranger: 0 };
  const counts = {
    known: { sure: 0, maybe: 0, unknown: 0, wrongSure: 0, wrongMaybe: 0, enrols: 0 },
    stranger: { sure: 0, maybe: 0, unknown: 0, enrols: 0 },
  };
  for (const left of choices(people, UNKNOWN)) {
    const enrolled = profiles.filter(({ profileId }) => !left.includes(profileId));
    for (const { person, vector, speechMs } of tries) {
      const [found] = identifyVoices([{ label: 'voice', vector, speechMs }], enrolled, calibration);
      const kind = left.includes(person) ? 'stranger' : 'known';
      seen[kind] += 1;
      counts[kind][found.outcome] += 1;
      if (found.enrols) counts[kind].enrols += 1;
      if (kind === 'stranger' || !found.best || found.best.profileId === person) continue;
      counts.known[found.outcome === 'sure' ? 'wrongSure' : 'wrongMaybe'] += 1;
    }
  }
  const shares = (kind) =>
    Object.fromEntries(Object.entries(counts[kind]).map(([name, count]) => [name, count / seen[kind]]));
  return { known: shares('known'), stranger: shares('stranger') };
}

async function peopleOf(engines, folder) {
  const people = new Map();
  for (const [person, pcms] of await loadUtterances(fixtures, folder)) {
    const voices = [];
    for (const pcm of pcms) voices.push(await voiceOf(engines, pcm, folder));
    people.set(
      person,
      voices.filter((voice) => voice !== null),
    );
  }
  return people;
}

async function callOf(engines, folder) {
  const profiles = [];
  for (const name of ['katie', 'steve']) {
    const pcmPath = join(folder, `${name}.pcm`);
    const options = { signal: new AbortController().signal, maxDurationMs: 600_000, durationMs: null };
    await decodeAudio(join(fixtures, 'katiesteve', `enroll_${name}.wav`), pcmPath, options);
    const voice = await voiceOf(engines, readFileSync(pcmPath), folder);
    profiles.push({ profileId: name, vector: voice.vector });
  }
  const speakers = await speakersOf(engines, join(fixtures, 'katiesteve', 'katiesteve.wav'), folder);
  return { profiles, speakers };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-identity-'));
const env = { ...process.env, DIARIZER: diarizer, SPEECH_MODELS_DIR: models };
const engines = await openEngines(z.object(speechEnv).parse(env));
try {
  const { model } = engines.diarizer.embedder;
  const calibration = calibrationOf(model);
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}; ${model}`);
  const people = await peopleOf(engines, folder);
  const profiles = Array.from(people, ([profileId, voices]) => ({
    profileId,
    vector: voiceCentroid(voices.slice(0, ENROLLED)),
  }));
  const tries = Array.from(people, ([person, voices]) =>
    voices.slice(ENROLLED).map((voice) => ({ person, ...voice })),
  ).flat();

  const measured = [];
  for (const [name, from] of [
    ['all', 0],
    ['5 s and more', 5_000],
  ]) {
    const these = tries.filter(({ speechMs }) => speechMs >= from);
    measured.push({ name, these, ...verify(profiles, these), ...identify(profiles, these, calibration) });
  }
  table(
    ['voices', 'tries', 'EER', 'EER, AS-norm', 'rank-1', 'fit: middle, slope'],
    measured.map(({ name, these, eer, eerNormed, rank1, fit }) => [
      name,
      these.length,
      percent(eer),
      percent(eerNormed),
      percent(rank1),
      `${fit.middle.toFixed(2)}, ${fit.slope.toFixed(0)}`,
    ]),
  );
  console.log();
  table(
    ['voices', 'of', 'sure', 'maybe', 'unknown', 'wrong name: sure, maybe', 'joins the profile'],
    measured.flatMap(({ name, known, stranger }) => [
      [
        name,
        'known people',
        ...[known.sure, known.maybe, known.unknown].map(percent),
        `${percent(known.wrongSure)}, ${percent(known.wrongMaybe)}`,
        percent(known.enrols),
      ],
      [
        name,
        'unknown people',
        ...[stranger.sure, stranger.maybe, stranger.unknown].map(percent),
        '',
        percent(stranger.enrols),
      ],
    ]),
  );

  const call = await callOf(engines, folder);
  console.log();
  table(
    ['speaker of the call', ...call.profiles.map(({ profileId }) => profileId), 'outcome'],
    identifyVoices(call.speakers, call.profiles, calibration).map(({ label, outcome, best }, i) => [
      label,
      ...call.profiles.map(({ vector }) => cosineSimilarity(call.speakers[i].vector, vector).toFixed(2)),
      best ? `${outcome}: ${best.profileId}` : outcome,
    ]),
  );

  const [all] = measured;
  const missed = [
    ...(diarizer === 'embedded'
      ? [
          [all.eer > BOUNDS.eer, `EER ≤ ${percent(BOUNDS.eer)}`],
          [all.rank1 < BOUNDS.rank1, `rank-1 ≥ ${percent(BOUNDS.rank1)}`],
        ]
      : []),
    [
      all.stranger.sure > BOUNDS.strangerSure,
      `unknown people taken for somebody ≤ ${percent(BOUNDS.strangerSure)}`,
    ],
    [all.known.wrongSure > BOUNDS.wrongSure, `wrong names ≤ ${percent(BOUNDS.wrongSure)}`],
    [all.stranger.enrols > 0, 'no voice joins the profile of another'],
  ].flatMap(([isMissed, bound]) => (isMissed ? [bound] : []));
  if (missed.length > 0) {
    console.error(`\nbounds were missed: ${missed.join('; ')}`);
    process.exitCode = 1;
  }
} finally {
  await engines.close();
  rmSync(folder, { recursive: true, force: true });
}
