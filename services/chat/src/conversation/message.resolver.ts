import type { Context } from '@colloquy/subgraph';
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Recording } from '../recording/recording.stub.ts';
import { Segment } from '../transcript/segment.stub.ts';
import type { CitationPlaces } from './citation-places.ts';
import { Citation } from './citation.entity.ts';
import type { ConversationService } from './conversation.service.ts';
import { Message } from './message.entity.ts';

@Resolver(() => Message)
export class MessageResolver {
  constructor(private readonly conversations: ConversationService) {}

  @FieldResolver(() => [Citation], { description: 'Where it comes from, in the order of their numbers.' })
  citations(@Root() { id }: Message, @Ctx() context: Context): Promise<Citation[]> {
    return this.conversations.citations(id, context);
  }
}

/** What a citation points to lives in other services, and may be gone: both are nullable. */
@Resolver(() => Citation)
export class CitationResolver {
  constructor(private readonly places: Pick<CitationPlaces, 'find'>) {}

  @FieldResolver(() => Boolean, {
    description: 'Whether what is said there, or who says it, has been corrected since it was quoted.',
  })
  async changed(@Root() citation: Citation, @Ctx() context: Context): Promise<boolean> {
    return (await this.places.find(citation, context)).changed;
  }

  @FieldResolver(() => ID, {
    description:
      'The segment in which the quoted words begin now, or which is in their place where they were corrected; the one they are from when that is gone.',
  })
  async segmentId(@Root() citation: Citation, @Ctx() context: Context): Promise<string> {
    return (await this.places.find(citation, context)).segmentId;
  }

  @FieldResolver(() => Segment, {
    nullable: true,
    description: 'The segment that `segmentId` names; null when it is gone.',
  })
  async segment(@Root() citation: Citation, @Ctx() context: Context): Promise<Segment> {
    return Segment.of((await this.places.find(citation, context)).segmentId);
  }

  @FieldResolver(() => Recording, {
    nullable: true,
    description: 'The recording it is from; null when it is gone.',
  })
  recording(@Root() { recordingId }: Citation): Recording {
    return Recording.of(recordingId);
  }
}
