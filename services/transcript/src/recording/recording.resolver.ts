import type { Context } from '@colloquy/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Transcript } from '../transcript/transcript.entity.ts';
import type { TranscriptFinder } from '../transcript/transcript.finder.ts';
import { Recording } from './recording.stub.ts';

@Resolver(() => Recording)
export class RecordingResolver {
  constructor(private readonly finder: TranscriptFinder) {}

  @FieldResolver(() => Transcript, { nullable: true, description: 'Who said what; null until there is one.' })
  transcript(@Root() { id }: Recording, @Ctx() context: Context): Promise<Transcript | null> {
    return this.finder.byRecording(id, context);
  }
}
