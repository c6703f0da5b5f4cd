import {
  checkPageSize,
  cursorInvalid,
  decodeCursor,
  encodeCursor,
  ExpectedError,
  inTransaction,
  isId,
  isReal,
  toConnection,
} from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { Segment } from '../segment/segment.entity.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { loadWords, type StoredWord } from '../segment/word.ts';
import { rangesOfMarks, rangesOfWords } from './highlight.ts';
import {
  MAX_SEARCH_LENGTH,
  parseSearchQuery,
  requiredWords,
  type SearchQuery,
} from './search-query.parser.ts';
import {
  exactSearch,
  fuzzySearch,
  literalSearch,
  lookAlikeTexts,
  type SearchPosition,
  type SearchScope,
} from './search-statement.ts';
import { spellingsOf } from './spelling.ts';
import type { Statement } from './statement.ts';
import { MatchKind, SegmentHit, SegmentHitConnection, type SegmentSearchInput } from './search.types.ts';

const MAX_PAGE = 100;
const MAX_IDS = 1_000;
/** pg_trgm's strict word similarity: `recieve` is 0.33 like `receive`; what is alike otherwise is told by its letters. */
const SIMILARITY_THRESHOLD = 0.3;

/** A row of either statement; without `id` it only carries the totals. */
interface HitRow extends Omit<Segment, 'words' | 'loadedSpeaker'> {
  id: string;
  words: StoredWord[];
  speaker: Partial<Speaker>;
  score: number;
  marked: string | null;
  total: number;
  unindexed: boolean;
}

interface Cursor extends SearchPosition {
  kind: MatchKind;
}

/** Keyword search over segments: full text first, similar spellings when that finds nothing. */
export class SearchService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param first 1 to 100. @param after a cursor of the same search.
   * @throws ExpectedError when the query, a list of ids, the page size or the cursor is beyond its limits.
   */
  async search(
    input: SegmentSearchInput,
    first: number,
    after: string | null | undefined,
    workspaceId: string,
  ): Promise<SegmentHitConnection> {
    checkPageSize(first, MAX_PAGE);
    checkInput(input);
    const position = after ? readCursor(after) : undefined;
    const query = parseSearchQuery(input.query);
    if (query.alternatives.length === 0) return page([], first, MatchKind.EXACT, false);

    const scope: SearchScope = { ...input, workspaceId };
    if (position?.kind === MatchKind.FUZZY) return this.searchSimilar(query, scope, first, position);
    const rows = await this.run(exactSearch(query, scope, first + 1, position));
    if (rows[0]?.total === 0) {
      const literal = rows[0].unindexed
        ? await this.searchLiterally(query, scope, first, position)
        : undefined;
      if (literal && literal.totalCount > 0) return literal;
      if (!position) return this.searchSimilar(query, scope, first);
    }
    const hits = rows.filter(isHit).map((row) => toHit(row, rangesOfMarks(row.marked ?? '')));
    return page(hits, first, MatchKind.EXACT, position !== undefined, rows[0]?.total);
  }

  private async searchSimilar(
    query: SearchQuery,
    scope: SearchScope,
    first: number,
    after?: SearchPosition,
  ): Promise<SegmentHitConnection> {
    const alternatives = query.alternatives
      .map((alternative) => ({
        words: requiredWords(alternative)
          .filter((word) => word.length > 2)
          .map((word) => ({ word, spellings: [word] })),
        excluded: alternative.excluded,
      }))
      .filter(({ words }) => words.length > 0);
    if (alternatives.length === 0) return page([], first, MatchKind.EXACT, false);
    const { rows, known } = await inTransaction(this.dataSource, async (tx) => {
      const run = async <Row>({ text, values }: Statement, threshold: number): Promise<Row[]> => {
        await tx.query(`select set_config('pg_trgm.strict_word_similarity_threshold', $1, true)`, [
          threshold,
        ]);
        return tx.query(text, values);
      };
      const sample = await run<{ text: string }>(lookAlikeTexts(alternatives, scope), SIMILARITY_THRESHOLD);
      const texts = sample.map(({ text }) => text);
      const spelled = alternatives
        .map(({ words, excluded }) => ({
          words: words.map(({ word }) => ({ word, spellings: spellingsOf(word, texts) })),
          excluded,
        }))
        .filter(({ words }) => words.every(({ spellings }) => spellings.length > 0));
      const spellings = spelled.flatMap(({ words }) => words.flatMap((word) => word.spellings));
      return {
        known: new Set(spellings),
        rows: spelled.length > 0 ? await run<HitRow>(fuzzySearch(spelled, scope, first + 1, after), 1) : [],
      };
    });
    const hits = rows.filter(isHit).map((row) => toHit(row, rangesOfWords(row.text, known)));
    return page(hits, first, MatchKind.FUZZY, after !== undefined, rows[0]?.total);
  }

  private async searchLiterally(
    query: SearchQuery,
    scope: SearchScope,
    first: number,
    after?: SearchPosition,
  ): Promise<SegmentHitConnection> {
    const rows = await this.run(literalSearch(query, scope, first + 1, after));
    const words = new Set(query.alternatives.flatMap(requiredWords));
    const hits = rows.filter(isHit).map((row) => toHit(row, rangesOfWords(row.text, words)));
    return page(hits, first, MatchKind.EXACT, after !== undefined, rows[0]?.total);
  }

  private run({ text, values }: Statement): Promise<HitRow[]> {
    return this.dataSource.query(text, values);
  }
}

function checkInput({ query, recordingIds, speakerIds, speakerName }: SegmentSearchInput): void {
  if (query.length > MAX_SEARCH_LENGTH || (speakerName?.length ?? 0) > MAX_SEARCH_LENGTH) {
    throw new ExpectedError({
      code: 'SEARCH_QUERY_TOO_LONG',
      message: `A search is at most ${MAX_SEARCH_LENGTH} characters long.`,
      recovery: ['Search for fewer words.', 'Ask a question in the chat to find a longer passage.'],
    });
  }
  if ((recordingIds?.length ?? 0) > MAX_IDS || (speakerIds?.length ?? 0) > MAX_IDS) {
    throw new ExpectedError({
      code: 'SEARCH_SCOPE_TOO_LARGE',
      message: `A search is limited to at most ${MAX_IDS} recordings or speakers by id.`,
      recovery: ['Leave the ids out to search everything.'],
    });
  }
}

const isHit = (row: HitRow): boolean => row.id !== null;

function toHit(
  { words, speaker, score, marked: _marked, total: _total, unindexed: _unindexed, ...row }: HitRow,
  highlights: SegmentHit['highlights'],
): SegmentHit {
  const segment = Object.assign(new Segment(), row, {
    words: loadWords(words),
    loadedSpeaker: Object.assign(new Speaker(), speaker),
  });
  return Object.assign(new SegmentHit(), { segment, highlights, score });
}

function page(
  hits: SegmentHit[],
  first: number,
  matchKind: MatchKind,
  hasPrevious: boolean,
  total = 0,
): SegmentHitConnection {
  const cursorOf = ({ score, segment }: SegmentHit): string => encodeCursor([matchKind, score, segment.id]);
  return Object.assign(new SegmentHitConnection(), toConnection(hits, first, total, cursorOf, hasPrevious), {
    matchKind,
  });
}

function readCursor(after: string): Cursor {
  const [kind, score, segmentId] = decodeCursor(after, 3);
  const known = kind === MatchKind.EXACT || kind === MatchKind.FUZZY;
  if (known && isReal(score) && typeof segmentId === 'string' && isId(segmentId))
    return { kind, score, segmentId };
  throw cursorInvalid();
}
