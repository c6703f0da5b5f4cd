import { commonMs } from '../segment/common-ms.ts';
import type { DataSource } from 'typeorm';
import {
  speakingCounts,
  type HeardTurn,
  type SaidStretch,
  type SpeakingCounts,
} from './speaking-statistics.ts';

interface StoredTurns {
  turns: [label: string, startMs: number, endMs: number][];
}

/** Keeps how much the speakers of a transcript say, so that nobody waits for it to be counted. */
export class SpeakingCountsStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts a transcript at this version, unless that was done before. */
  async update(transcriptId: string, version: number, workspaceId: string): Promise<void> {
    const [known]: { version: number }[] = await this.dataSource.query(
      'select version from transcript.speaking_counts where transcript_id = $1 and workspace_id = $2',
      [transcriptId, workspaceId],
    );
    if (known && known.version >= version) return;
    const counts = Object.fromEntries(await this.count(transcriptId, workspaceId));
    await this.dataSource.query(
      `insert into transcript.speaking_counts (transcript_id, workspace_id, version, counts)
       select id, workspace_id, $3, $4 from transcript.transcript where id = $1 and workspace_id = $2
       on conflict (transcript_id) do update set version = excluded.version, counts = excluded.counts
        where speaking_counts.version < excluded.version`,
      [transcriptId, workspaceId, version, JSON.stringify(counts)],
    );
  }

  private async count(transcriptId: string, workspaceId: string): Promise<Map<string, SpeakingCounts>> {
    const where = [transcriptId, workspaceId];
    const said: SaidStretch[] = await this.dataSource.query(
      `select speaker_id as "speakerId", start_ms as "startMs", end_ms as "endMs", jsonb_array_length(words) as words
         from transcript.segment where transcript_id = $1 and workspace_id = $2 order by place`,
      where,
    );
    const [heard]: StoredTurns[] = await this.dataSource.query(
      'select turns from transcript.heard_turns where transcript_id = $1 and workspace_id = $2',
      where,
    );
    if (!heard) return speakingCounts(said);
    const speakers: { id: string; label: string; absent: boolean }[] = await this.dataSource.query(
      'select id, label, absent from transcript.speaker where transcript_id = $1 and workspace_id = $2',
      where,
    );
    const byLabel = new Map(speakers.map((speaker) => [speaker.label, speaker]));
    const turns = heard.turns.flatMap(([label, startMs, endMs]) => {
      const speaker = byLabel.get(label);
      return speaker ? { speakerId: speaker.id, startMs, endMs } : [];
    });
    const merged = speakers.filter(({ absent }) => absent).map(({ id }) => id);
    return speakingCounts(said, ofWhoIsThere(turns, said, merged));
  }
}

/** What was heard of somebody who was merged into another is that one's: who says most while they are heard. */
function ofWhoIsThere(
  turns: readonly HeardTurn[],
  said: readonly SaidStretch[],
  merged: readonly string[],
): HeardTurn[] {
  const now = new Map<string, string | undefined>();
  for (const id of merged) {
    const shared = new Map<string, number>();
    let from = 0;
    for (const turn of turns.filter(({ speakerId }) => speakerId === id)) {
      while ((said[from]?.endMs ?? Infinity) <= turn.startMs) from += 1;
      for (let at = from; at < said.length; at += 1) {
        const stretch = said[at];
        if (!stretch || stretch.startMs >= turn.endMs) break;
        const ms = commonMs(turn, stretch);
        if (ms > 0) shared.set(stretch.speakerId, (shared.get(stretch.speakerId) ?? 0) + ms);
      }
    }
    now.set(id, [...shared].sort(([, a], [, b]) => b - a)[0]?.[0]);
  }
  return turns.flatMap((turn) => {
    const speakerId = now.has(turn.speakerId) ? now.get(turn.speakerId) : turn.speakerId;
    return speakerId === undefined ? [] : { ...turn, speakerId };
  });
}
