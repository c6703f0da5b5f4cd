import {
  EditSegmentTextDocument,
  PropagationDocument,
  RenameSpeakerDocument,
  SearchSegmentsDocument,
  SegmentsDocument,
  TranscriptDocument,
  type EditSegmentTextInput,
  type ExportFormat,
  type MatchKind,
  type SearchSegmentsQuery,
  type SegmentFieldsFragment,
  type SegmentSearchInput,
  type SpeakerFieldsFragment,
  type TranscriptQuery,
} from '../gql/graphql.ts';
import { accepted, ColloquyError, missing } from '../graph/colloquy-error.ts';
import type { Abortable, Connection, Expecting } from '../graph/connection.ts';
import { everyItem, toPage, type Page, type PageOptions } from '../graph/page.ts';
import { notThere } from './transcript-not-there.ts';

export type Segment = SegmentFieldsFragment;
export type Speaker = SpeakerFieldsFragment;
/** Without its segments: those are read by `segments`. */
export type Transcript = NonNullable<NonNullable<TranscriptQuery['recording']>['transcript']>;
export type SegmentHit = NonNullable<SearchSegmentsQuery['searchSegments']>['edges'][number]['node'];

export interface SegmentListOptions extends PageOptions, Abortable {
  /** Only what these say. */
  speakerIds?: string[] | undefined;
}

export interface SearchOptions extends PageOptions, Abortable, Omit<SegmentSearchInput, 'query'> {}

export interface SearchPage extends Page<SegmentHit> {
  /** `FUZZY`: nothing matched, these hold similar spellings. */
  matchKind: MatchKind;
}

export interface ExportOptions extends Abortable {
  /** Whether it says who speaks. */
  names?: boolean | undefined;
  /** Whether it says when. */
  times?: boolean | undefined;
  /** As people corrected it (unless told otherwise), or as the engine wrote it. */
  text?: 'corrected' | 'original' | undefined;
  /** As it was in that version. */
  version?: number | undefined;
}

export interface ExportedTranscript {
  format: ExportFormat;
  fileName: string;
  content: Blob;
}

/** Who said what: to be read, searched, corrected and taken away. */
export class Transcripts {
  constructor(private readonly connection: Connection) {}

  /** @throws ColloquyError `TRANSCRIPT_NOT_THERE` */
  async get(recordingId: string, options?: Abortable): Promise<Transcript> {
    const { recording } = await this.connection.query(TranscriptDocument, { recordingId }, options);
    return recording?.transcript ?? notThere();
  }

  /** @throws ColloquyError `TRANSCRIPT_NOT_THERE` */
  async page(
    recordingId: string,
    { first = 500, after, speakerIds, signal }: SegmentListOptions = {},
  ): Promise<Page<Segment>> {
    const variables = { recordingId, first, after, speakerIds };
    const { recording } = await this.connection.query(SegmentsDocument, variables, { signal });
    return toPage((recording?.transcript ?? notThere()).segments);
  }

  /** What was said, in order, page after page. */
  segments(recordingId: string, options: SegmentListOptions = {}): AsyncGenerator<Segment> {
    return everyItem((after) => this.page(recordingId, { ...options, after: after ?? options.after }));
  }

  /** Segments that hold the words, best first. `"…"` for phrases, `word*`, `-word`, `or`. */
  async searchPage(
    query: string,
    { first = 20, after, signal, ...where }: SearchOptions = {},
  ): Promise<SearchPage> {
    const variables = { first, after, input: { ...where, query } };
    const { searchSegments } = await this.connection.query(SearchSegmentsDocument, variables, { signal });
    if (!searchSegments) throw missing('hits');
    return { ...toPage(searchSegments), matchKind: searchSegments.matchKind };
  }

  /** The same, page after page. */
  search(query: string, options: SearchOptions = {}): AsyncGenerator<SegmentHit> {
    return everyItem((after) => this.searchPage(query, { ...options, after: after ?? options.after }));
  }

  /**
   * Refused, as a ColloquyError, when somebody changed the speaker after `expectedVersion`; without it the last name counts.
   * @param name null takes the name away
   */
  async renameSpeaker(
    speakerId: string,
    name: string | null,
    { expectedVersion, signal }: Expecting = {},
  ): Promise<Speaker> {
    const variables = { input: { speakerId, name, expectedVersion } };
    const { renameSpeaker } = await this.connection.query(RenameSpeakerDocument, variables, { signal });
    return accepted(renameSpeaker);
  }

  /** Refused, as a ColloquyError, when somebody changed the segment after `expectedVersion`. */
  async editSegment(input: EditSegmentTextInput, { signal }: Abortable = {}): Promise<Segment> {
    const { editSegmentText } = await this.connection.query(EditSegmentTextDocument, { input }, { signal });
    return accepted(editSegmentText);
  }

  /** Waits until its latest version has arrived everywhere: answers are made from it a moment after it can be read. */
  async upToDate(recordingId: string, options?: Abortable): Promise<void> {
    const changes = this.connection.subscribe(PropagationDocument, { recordingId }, options);
    for await (const { propagationChanged: now } of changes) if (now.upToDate) return;
  }

  /**
   * The whole transcript as a file.
   * @throws ColloquyError `TRANSCRIPT_NOT_THERE`, `EXPORT_FORMAT_UNKNOWN`, `EXPORT_OPTIONS_INVALID`, `VERSION_UNKNOWN`
   */
  async export(
    recordingId: string,
    format: ExportFormat,
    { signal, ...options }: ExportOptions = {},
  ): Promise<ExportedTranscript> {
    const { exports } = await this.get(recordingId, { signal });
    const found = exports.find((offered) => offered.format === format);
    if (!found) {
      throw new ColloquyError({
        code: 'EXPORT_FORMAT_UNKNOWN',
        message: `This server does not export ${format}.`,
        troubleshooting: [`It offers ${exports.map((offered) => offered.format).join(', ')}.`],
        recovery: ['Choose one of these.'],
      });
    }
    const response = await this.connection.get(found.url + queryOf(options), { signal });
    return { format, fileName: found.fileName, content: await response.blob() };
  }
}

function queryOf({ names, times, text, version }: ExportOptions): string {
  const query = new URLSearchParams();
  if (names !== undefined) query.set('names', names ? 'yes' : 'no');
  if (times !== undefined) query.set('times', times ? 'yes' : 'no');
  if (text !== undefined) query.set('text', text);
  if (version !== undefined) query.set('version', String(version));
  return query.size > 0 ? `?${query.toString()}` : '';
}
