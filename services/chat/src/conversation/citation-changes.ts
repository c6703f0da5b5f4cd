import { batchLoader, type Context } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import type { PassagePart } from '../passage/split-passages.ts';
import type { Citation } from './citation.entity.ts';

/** Corrected boundaries move a little. */
const NEARBY_MS = 1_000;

interface Cited extends Pick<Citation, 'recordingId' | 'startMs' | 'endMs' | 'quote' | 'speakerName'> {
  key: string;
}

/** Tells whether what was quoted still stands where it was quoted from, and is said by the same person. */
export class CitationChanges {
  constructor(private readonly dataSource: DataSource) {}

  async isChanged(citation: Citation, context: Context): Promise<boolean> {
    const { recordingId, startMs, endMs, quote, speakerName } = citation;
    const key = JSON.stringify([recordingId, startMs, endMs, quote, speakerName]);
    return (await this.standing(key, context)) === null;
  }

  private readonly standing = batchLoader<Cited>(
    async (keys, workspaceId) => {
      const cited = keys.map((key): Cited => {
        const [recordingId, startMs, endMs, quote, speakerName] = JSON.parse(key) as [
          string,
          number,
          number,
          string,
          string,
        ];
        return { key, recordingId, startMs, endMs, quote, speakerName };
      });
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
      const parts = Map.groupBy(rows, ({ at }) => at);
      return cited.filter((one, at) =>
        stands(one, parts.get(at + 1)?.flatMap(({ parts: some }) => some) ?? []),
      );
    },
    ({ key }) => key,
  );
}

function stands({ quote, speakerName, startMs, endMs }: Cited, parts: readonly PassagePart[]): boolean {
  const said = parts
    .filter((part) => part.startMs <= endMs + NEARBY_MS && part.endMs >= startMs - NEARBY_MS)
    .filter((part) => part.speakerName === speakerName)
    .map(({ text }) => text.trim())
    .join(' ');
  return spaced(said).includes(spaced(quote));
}

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
