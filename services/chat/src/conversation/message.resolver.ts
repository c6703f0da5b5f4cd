import type { Context } from '@colloquy/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Recording } from '../recording/recording.stub.ts';
import { Segment } from '../transcript/segment.stub.ts';
import type { CitationChanges } from './citation-changes.ts';
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
  constructor(private readonly changes: Pick<CitationChanges, 'isChanged'>) {}

  @FieldResolver(() => Boolean, {
    description: 'Whether what is said there, or who says it, has been corrected since it was quoted.',
  })
  changed(@Root() citation: Citation, @Ctx() context: Context): Promise<boolean> {
    return this.changes.isChanged(citation, context);
  }

  @FieldResolver(() => Segment, {
    nullable: true,
    description: 'The segment it is from; null when it is gone.',
  })
  segment(@Root() { segmentId }: Citation): Segment {
    return Segment.of(segmentId);
  }

  @FieldResolver(() => Recording, {
    nullable: true,
    description: 'The recording it is from; null when it is gone.',
  })
  recording(@Root() { recordingId }: Citation): Recording {
    return Recording.of(recordingId);
  }
}
