import { Field, Float, ObjectType, Query, Resolver } from 'type-graphql';
import { FORMATS, type AudioLimits } from './inspect-audio.ts';

@ObjectType({ description: 'What may be uploaded.' })
export class UploadLimits {
  @Field(() => Float, { description: 'Bytes of one file.' })
  maxUploadBytes: number;

  @Field(() => Float, { description: 'Length of one recording in milliseconds.' })
  maxDurationMs: number;

  @Field(() => [String], { description: 'Formats people know by name; told by content, not by name.' })
  formats: string[];
}

@Resolver()
export class UploadLimitsResolver {
  constructor(private readonly limits: AudioLimits) {}

  @Query(() => UploadLimits, { nullable: true, description: 'What may be uploaded here.' })
  uploadLimits(): UploadLimits {
    return Object.assign(new UploadLimits(), {
      maxUploadBytes: this.limits.maxBytes,
      maxDurationMs: this.limits.maxDurationHours * 3_600_000,
      formats: FORMATS,
    });
  }
}
