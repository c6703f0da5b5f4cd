/** A WAV file of one channel. @param samples one byte each, 128 is silence */
export function wavOf(samples: Uint8Array, sampleRate = 8_000): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** A WAV file in which nothing is heard. */
export const silentWav = (seconds: number, sampleRate = 8_000): Buffer =>
  wavOf(new Uint8Array(seconds * sampleRate).fill(128), sampleRate);
