// Makes sample-conversation.mp3: a short dialogue between a customer and a product manager, spoken by two flite voices.
//   node services/ingest/assets/make-sample.mjs      needs flite and ffmpeg (apt-get install flite ffmpeg)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RATE = 16_000;
const TURN_PAUSE_SECONDS = 0.8;
const SENTENCE_PAUSE_SECONDS = 0.5;
const LEVEL = 0.07;

/** slt is the product manager, rms the customer. The words are ones that a small recogniser knows well. */
const dialogue = [
  ['slt', 'Good morning, and thank you for taking the time to speak with us today.'],
  ['rms', 'Good morning. I am glad that we can finally speak about the new service.'],
  ['slt', 'How is your team using the product since January?'],
  ['rms', 'We use it every day. The search is very good, and people like the simple reports.'],
  ['slt', 'That is good to hear. What is the biggest problem for you at the moment?'],
  ['rms', 'The price. It went up by twenty percent in March, and nobody told us before the bill came.'],
  ['slt', 'I am sorry about that. You should have received a letter in February.'],
  ['rms', 'We never received a letter. My manager was not happy, and we almost left for another company.'],
  [
    'slt',
    'I understand. I can offer you the price of last year until the end of the year if you sign for two years.',
  ],
  ['rms', 'That would help a lot. There is one more thing. When will the mobile application be ready?'],
  ['slt', 'We plan to deliver it on the third of September.'],
  ['rms', 'Can you promise that day? Last time the delivery was six weeks late.'],
  [
    'slt',
    'I promise that your team will have it in September. I will send you a message every Friday about the progress.',
  ],
  ['rms', 'That is good. If the application works well, we want to buy fifty more licenses in October.'],
  ['slt', 'That is great news. I will send you the new contract on Monday.'],
  ['rms', 'Perfect. I will talk to my manager and call you next week. Goodbye.'],
];

const output = fileURLToPath(new URL('sample-conversation.mp3', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sample-'));

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { maxBuffer: 1 << 28, ...options });
  if (error || status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`);
  return stdout;
}

/** One sentence as samples, silence at both ends removed, at the same level for both voices. */
function speak(voice, text) {
  const wav = join(folder, 'line.wav');
  run('flite', ['-voice', voice, '-t', text, '-o', wav]);
  const pcm = run('ffmpeg', ['-v', 'error', '-i', wav, '-f', 'f32le', '-ac', '1', '-ar', String(RATE), '-']);
  const samples = new Float32Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + pcm.length));
  const loud = (value) => Math.abs(value) > 0.005;
  const spoken = samples.subarray(samples.findIndex(loud), samples.findLastIndex(loud) + 1);
  const rms = Math.sqrt(spoken.reduce((sum, value) => sum + value * value, 0) / spoken.length);
  return spoken.map((value) => (value / rms) * LEVEL);
}

try {
  const pause = (seconds) => new Float32Array(seconds * RATE);
  const turns = dialogue.flatMap(([voice, text]) => {
    const sentences = text
      .split(/(?<=[.?]) /)
      .flatMap((sentence) => [speak(voice, sentence), pause(SENTENCE_PAUSE_SECONDS)]);
    return [...sentences.slice(0, -1), pause(TURN_PAUSE_SECONDS)];
  });
  const parts = [pause(TURN_PAUSE_SECONDS), ...turns];
  // A little room noise: recorded silence is never digital silence.
  let seed = 1;
  const noise = () => ((seed = (seed * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32 - 0.5) * 0.002;
  const samples = Float32Array.from(
    parts.flatMap((part) => [...part]),
    (value) => value + noise(),
  );
  const encode = [
    '-v',
    'error',
    '-y',
    '-f',
    'f32le',
    '-ac',
    '1',
    '-ar',
    String(RATE),
    '-i',
    '-',
    '-codec:a',
    'libmp3lame',
    '-b:a',
    '64k',
    '-metadata',
    'title=Sample conversation',
    output,
  ];
  run('ffmpeg', encode, { input: Buffer.from(samples.buffer) });
  console.log(
    `${output}: ${(samples.length / RATE).toFixed(1)} s, ${(readFileSync(output).length / 1024).toFixed(0)} KB`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
