import { open, type FileHandle } from 'node:fs/promises';

/** Of a chunk's name and size. */
const CHUNK_HEADER_BYTES = 8;
const FIRST_CHUNK = 12;
/** A file of nothing but tiny chunks is not worth walking through. */
const MAX_CHUNKS = 1_000;

/**
 * Whether a WAV file ends before its headers say; the tools take the shorter one silently. Writers to a pipe cannot
 * know the sizes and leave nothing, or the largest number they know, in their place.
 */
export async function isCutWav(path: string, sizeBytes: number): Promise<boolean> {
  const file = await open(path);
  try {
    const riff = await chunkAt(file, 0);
    if (riff?.name !== 'RIFF') return false;
    const streamed = isPlaceholder(riff.sizeBytes);
    // One byte of padding may be missing.
    if (!streamed && CHUNK_HEADER_BYTES + riff.sizeBytes > sizeBytes + 1) return true;
    for (let at = FIRST_CHUNK, i = 0; i < MAX_CHUNKS; i++) {
      const chunk = await chunkAt(file, at);
      if (!chunk) return false;
      const end = at + CHUNK_HEADER_BYTES + chunk.sizeBytes;
      if (chunk.name === 'data') {
        if (isUnknown(chunk.sizeBytes) || (streamed && isPlaceholder(chunk.sizeBytes))) return false;
        return end > sizeBytes;
      }
      at = end + (chunk.sizeBytes % 2);
    }
    return false;
  } finally {
    await file.close();
  }
}

const isUnknown = (size: number): boolean => size === 0 || size === 0xffff_ffff;

/** ffmpeg leaves 2³² − 1, SoX 2³¹ − 4,096, arecord 2³¹, some of them with the length of the header added. */
const isPlaceholder = (size: number): boolean =>
  isUnknown(size) || size > 0xffff_ff00 || (size >= 0x7fff_f000 && size <= 0x8000_0100);

async function chunkAt(file: FileHandle, at: number): Promise<{ name: string; sizeBytes: number } | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK_HEADER_BYTES), 0, CHUNK_HEADER_BYTES, at);
  if (bytesRead < CHUNK_HEADER_BYTES) return null;
  return { name: buffer.toString('latin1', 0, 4), sizeBytes: buffer.readUInt32LE(4) };
}

/** With 255 segments of 255 bytes (RFC 3533, 6). */
const MAX_OGG_PAGE_BYTES = 27 + 255 + 255 * 255;
const OGG_PAGE = Buffer.from('OggS\0', 'latin1');
const OGG_SEGMENT_COUNT = 26;

/**
 * Whether the last page of an Ogg file is cut. That the page is marked as the stream's end is not asked for: recorders
 * of Android never mark it.
 */
export async function isCutOgg(path: string, sizeBytes: number): Promise<boolean> {
  const tail = await readTail(path, sizeBytes, 2 * MAX_OGG_PAGE_BYTES);
  const at = tail.lastIndexOf(OGG_PAGE);
  if (at === -1) return false;
  const table = at + OGG_SEGMENT_COUNT + 1;
  const count = tail[at + OGG_SEGMENT_COUNT];
  if (count === undefined || table + count > tail.length) return true;
  const bytes = tail.subarray(table, table + count).reduce((sum, length) => sum + length, 0);
  return table + count + bytes > tail.length;
}

async function readTail(path: string, sizeBytes: number, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const from = Math.max(0, sizeBytes - bytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sizeBytes - from), 0, sizeBytes - from, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
