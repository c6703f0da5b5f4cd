import { readHeader, readSegments, ResultDocumentError, type ResultSegment } from './result-document.ts';

const id = '0198f2f0-0000-7000-8000-000000000001';
const segment = (startMs: number) => ({
  startMs,
  endMs: startMs + 900,
  speaker: 'SPEAKER_00',
  text: '😀 größe',
  words: [],
});
const document = {
  segments: [segment(0), segment(1000), segment(2000)],
  formatVersion: 1,
  recordingId: id,
  runId: id,
  language: 'de',
  durationMs: 3000,
  turns: [{ startMs: 0, endMs: 5, speaker: 'SPEAKER_00' }],
  engines: [],
  speakers: [{ label: 'SPEAKER_00', name: null, embedding: null }],
};

/** Pieces of 7 bytes: no character, key or number is sure to arrive whole. */
async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

async function collect(text: string): Promise<ResultSegment[]> {
  const found: ResultSegment[] = [];
  for await (const one of readSegments(inPieces(text))) found.push(one);
  return found;
}

describe('result document', () => {
  it('is read in pieces, whatever the order of its keys', async () => {
    const text = JSON.stringify(document);
    await expect(readHeader(inPieces(text))).resolves.toMatchObject({
      language: 'de',
      speakers: [{ label: 'SPEAKER_00' }],
    });
    await expect(collect(text)).resolves.toEqual(document.segments);
  });

  it.each<[string, number[], boolean]>([
    ['a vector', [0.6, 0.8], true],
    ['zeros', [0, 0], false],
    ['numbers too large to have a length', [1e300, 1], false],
    ['nothing', [], false],
    ['more numbers than are kept', new Array<number>(17_000).fill(0.1), false],
  ])('keeps a voice that can be one: %s', async (_what, vector, kept) => {
    const embedding = { model: 'speaker-96', vector, speechMs: 1_000 };
    const speakers = [{ label: 'SPEAKER_00', name: null, embedding }];
    const header = await readHeader(inPieces(JSON.stringify({ ...document, speakers })));
    expect(header.speakers[0]?.embedding).toEqual(kept ? embedding : null);
  });

  it('may have no segments', async () => {
    await expect(collect(JSON.stringify({ ...document, segments: [] }))).resolves.toEqual([]);
  });

  it.each([
    ['cut off', JSON.stringify(document).slice(0, -40), /ends in the middle/],
    ['not JSON', '{"segments": [nope', /not JSON/],
    [
      'a segment that ends before it starts',
      JSON.stringify({ ...document, segments: [{ ...segment(5), endMs: 1 }] }),
      /segment 0 ends/,
    ],
    [
      'a segment without text',
      JSON.stringify({ ...document, segments: [segment(0), { ...segment(5), text: 7 }] }),
      /segment 1: text/,
    ],
  ])('%s is refused', async (_case, text, message) => {
    await expect(collect(text)).rejects.toThrow(ResultDocumentError);
    await expect(collect(text)).rejects.toThrow(message);
  });

  it('without a language is refused', async () => {
    const { language: _language, ...rest } = document;
    await expect(readHeader(inPieces(JSON.stringify(rest)))).rejects.toThrow(/language/);
  });
});
