import { batchLoader, type Context } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import type { PassagePart } from '../passage/split-passages.ts';
import type { Citation } from './citation.entity.ts';
import { findQuote, NEARBY_MS, type CitedWords, type QuotePlace } from './find-quote.ts';

type Cited = CitedWords & Pick<Citation, 'recordingId'>;

/** Tells where quoted words stand in the transcript as it is now. */
export class CitationPlaces {
  constructor(private readonly dataSource: DataSource) {}

  async find(citation: Citation, context: Context): Promise<QuotePlace> {
    const { recordingId, segmentId, startMs, endMs, quote, speakerId, speakerName } = citation;
    const cited: Cited = { recordingId, segmentId, startMs, endMs, quote, speakerId, speakerName };
    return (await this.places(JSON.stringify(cited), context)) ?? { segmentId, changed: true };
  }

  private readonly places = batchLoader<QuotePlace & { key: string }>(
    async (keys, workspaceId) => {
      const cited = keys.map((key) => JSON.parse(key) as Cited);
      const rows: { at: number; parts: PassagePart[] }[] = await this.dataSource.query(
        `select cited.at::int as at, passage.parts
           from unnest($1::uuid[], $2::int[], $3::int[]) with ordinality as cited(recording_id, start_ms, end_ms, at)
           join chat.passage on passage.recording_id = cited.recording_id and passage.workspace_id = $4
            and passage.start_ms <= cited.end_ms + $5 and passage.end_ms >= cited.start_ms - $5
          order by cited.at, passage.ordinal`,
        [
          cited.map(({ recordingId }) => recordingId),
          cited.map(({ startMs }) => startMs),
          cited.map(({ endMs }) => endMs),
          workspaceId,
          NEARBY_MS,
        ],
      );
      const passages = Map.groupBy(rows, ({ at }) => at);
      return keys.map((key, i) => {
        const parts = passages.get(i + 1)?.flatMap((passage) => passage.parts) ?? [];
        return { key, ...findQuote(cited[i] as Cited, parts) };
      });
    },
    ({ key }) => key,
  );
}
