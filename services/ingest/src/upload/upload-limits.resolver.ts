import { Field, Float, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { CollectionLimits } from '../collection/collection-members.ts';
import { FORMATS, type AudioLimits } from './inspect-audio.ts';

@ObjectType({ description: 'What may be uploaded.' })
export class UploadLimits {
  @Field(() => Float, { description: 'Bytes of one file.' })
  maxUploadBytes: number;

  @Field(() => Float, { description: 'Length of one recording in milliseconds.' })
  maxDurationMs: number;

  @Field(() => Int, { description: 'How many recordings a collection holds.' })
  maxCollectionRecordings: number;

  @Field(() => Float, { description: 'Bytes of one file uploaded into a collection.' })
  maxCollectionFileBytes: number;

  @Field(() => [String], { description: 'Formats people know by name; told by content, not by name.' })
  formats: string[];
}

@Resolver()
export class UploadLimitsResolver {
  constructor(
    private readonly limits: AudioLimits,
    private readonly collections: CollectionLimits,
  ) {}

  @Query(() => UploadLimits, { nullable: true, description: 'What may be uploaded here.' })
  uploadLimits(): UploadLimits {
    return Object.assign(new UploadLimits(), {
      maxUploadBytes: this.limits.maxBytes,
      maxDurationMs: this.limits.maxDurationHours * 3_600_000,
      maxCollectionRecordings: this.collections.maxRecordings,
      maxCollectionFileBytes: Math.min(this.collections.maxFileBytes, this.limits.maxBytes),
      formats: FORMATS,
    });
  }
}
