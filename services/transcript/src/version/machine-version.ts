import { Field, ID, Int, ObjectType } from 'type-graphql';
import { TranscriptEngine, type Transcript } from '../transcript/transcript.entity.ts';

@ObjectType({
  description: 'A version that processing made, the first or again, and what corrections made of it.',
})
export class MachineVersion {
  @Field(() => ID, { description: 'The transcript that processing made.' })
  transcriptId: string;

  @Field(() => Int, { description: 'The version that processing made.' })
  version: number;

  @Field(() => Int, { description: 'The last version that corrections have made of it.' })
  lastVersion: number;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => [TranscriptEngine], {
    description: 'The engines that made it; none where that was not kept yet.',
  })
  engines: readonly TranscriptEngine[];
}

/** @param transcripts all of one recording, the earliest first */
export const machineVersionsOf = (transcripts: readonly Transcript[]): MachineVersion[] =>
  transcripts.map(({ id, version, createdAt, engines }, at) =>
    Object.assign(new MachineVersion(), {
      transcriptId: id,
      version: (transcripts[at - 1]?.version ?? 0) + 1,
      lastVersion: version,
      createdAt,
      engines,
    }),
  );
