import { JSONParser } from '@streamparser/json';
import { transcriptionResult, type TranscriptionResult } from '@colloquy/contracts';
import { hasDirection } from '@colloquy/speech';

export type ResultSegment = TranscriptionResult['segments'][number];
export type ResultTurn = TranscriptionResult['turns'][number];
export type ResultHeader = Omit<TranscriptionResult, 'segments' | 'turns'>;
type Bytes = AsyncIterable<Uint8Array>;

const header = transcriptionResult.omit({ segments: true, turns: true });
const segment = transcriptionResult.shape.segments.element;
const turn = transcriptionResult.shape.turns.element;

/** Everything but segments and turns is small enough to be read whole. */
const HEADER_PATHS = Object.keys(header.shape).map((key) => `$.${key}`);

/** What pgvector keeps of one vector. */
const MAX_DIMENSIONS = 16_000;

/** The document in storage cannot be imported; trying again would not help. */
export class ResultDocumentError extends Error {
  override readonly name = 'ResultDocumentError';
}

/**
 * Reads all of a result document but its segments, whatever the order of its keys. A vector that cannot be a voice's is
 * left out: what was said is worth more than it.
 */
export async function readHeader(bytes: Bytes): Promise<ResultHeader> {
  const found: Record<string, unknown> = {};
  for await (const [path, value] of readValues(bytes))
    if (path !== 'segments' && path !== 'turns') found[path] = value;
  const result = header.safeParse(found);
  if (!result.success) throw new ResultDocumentError(describe('the document', result.error.issues));
  const speakers = result.data.speakers.map((speaker) => ({
    ...speaker,
    embedding: speaker.embedding && isVoice(speaker.embedding.vector) ? speaker.embedding : null,
  }));
  return { ...result.data, speakers };
}

const isVoice = (vector: readonly number[]): boolean =>
  vector.length <= MAX_DIMENSIONS && hasDirection(vector);

/**
 * Reads the segments one by one: a document of any length is held in memory a few kilobytes at a time.
 * @param onTurn is given the turns that are met on the way
 */
export async function* readSegments(
  bytes: Bytes,
  onTurn?: (turn: ResultTurn) => void,
): AsyncGenerator<ResultSegment> {
  let index = 0;
  for await (const [path, value] of readValues(bytes)) {
    if (path === 'turns') {
      const heard = onTurn && turn.safeParse(value);
      if (heard?.error) throw new ResultDocumentError(describe('a turn', heard.error.issues));
      if (heard) onTurn(heard.data);
      continue;
    }
    if (path !== 'segments') continue;
    const result = segment.safeParse(value);
    if (!result.success) throw new ResultDocumentError(describe(`segment ${index}`, result.error.issues));
    if (result.data.endMs < result.data.startMs)
      throw new ResultDocumentError(`segment ${index} ends before it starts`);
    index += 1;
    yield result.data;
  }
}

type Found = [path: string, value: unknown];

async function* readValues(bytes: Bytes): AsyncGenerator<Found> {
  const parser = new JSONParser({ paths: [...HEADER_PATHS, '$.segments.*', '$.turns.*'], keepStack: false });
  let found: Found[] = [];
  let failure: Error | undefined;
  parser.onValue = ({ key, value, stack }) => {
    // The key below the root: of the value itself, or of the array it is in.
    found.push([String(stack.length > 1 ? stack[1]?.key : key), value]);
  };
  parser.onError = (error) => {
    failure = error;
  };
  for await (const chunk of bytes) {
    parser.write(chunk);
    if (failure) throw new ResultDocumentError(`not JSON: ${failure.message}`);
    yield* found;
    found = [];
  }
  if (!parser.isEnded) throw new ResultDocumentError('the document ends in the middle');
}

const describe = (what: string, issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  `${what}: ${issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ')}`;
