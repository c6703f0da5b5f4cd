import { batchLoader, type Context } from '@colloquy/subgraph';
import { In, type DataSource } from 'typeorm';
import type { SpeakerChange } from '../correction/change-set.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { speakersBefore, type SpeakersOfVersion } from './speaker-version.ts';

interface Wanted {
  transcriptId: string;
  version: number;
}

const keyOf = ({ transcriptId, version }: Wanted): string => `${transcriptId} ${version}`;

/** Who the speakers of transcripts were in earlier versions, many at once. */
export class SpeakerVersions {
  constructor(private readonly dataSource: DataSource) {}

  /** Of a version that the transcript has, or of the one just before its first correction. */
  async at(transcriptId: string, version: number, context: Context): Promise<SpeakersOfVersion> {
    return (await this.load(keyOf({ transcriptId, version }), context))?.speakers ?? new Map();
  }

  private readonly load = batchLoader<Wanted & { speakers: SpeakersOfVersion }>(async (keys, workspaceId) => {
    const wanted = keys.map((key): Wanted => {
      const [transcriptId = '', version] = key.split(' ');
      return { transcriptId, version: Number(version) };
    });
    const transcriptIds = [...new Set(wanted.map(({ transcriptId }) => transcriptId))];
    const rows = await this.dataSource.manager.find(Speaker, {
      where: { transcriptId: In(transcriptIds), workspaceId },
      order: { position: 'ASC' },
    });
    const corrections: (Wanted & { speakers: SpeakerChange[] })[] = await this.dataSource.query(
      `select transcript_id as "transcriptId", version, speakers from transcript.correction
        where transcript_id = any($1::uuid[]) and workspace_id = $2 and version > $3 and speakers <> '[]'
        order by version desc`,
      [transcriptIds, workspaceId, Math.min(...wanted.map(({ version }) => version))],
    );
    return wanted.map(({ transcriptId, version }) => {
      const changes = corrections
        .filter((one) => one.transcriptId === transcriptId && one.version > version)
        .flatMap(({ speakers }) => speakers);
      const speakers = rows.filter((row) => row.transcriptId === transcriptId);
      return { transcriptId, version, speakers: speakersBefore(speakers, changes) };
    });
  }, keyOf);
}
