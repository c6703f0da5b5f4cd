import { Problem } from '@colloquy/subgraph';
import { createUnionType, Field, ID, InputType } from 'type-graphql';
import { ShareLink } from './share-link.entity.ts';

@InputType({ description: 'A new share link.' })
export class CreateShareLinkInput {
  @Field(() => ID, { description: 'The recording whose transcript it shows.' })
  recordingId: string;

  @Field(() => Date, { description: 'From when on it leads nowhere, at most 366 days from now.' })
  expiresAt: Date;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether the audio can be heard.' })
  audio: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether speakers are named. Names within what was said stay.',
  })
  names: boolean;
}

export const ShareLinkResult = createUnionType({
  name: 'ShareLinkResult',
  description: 'The link, or why there is none.',
  types: () => [ShareLink, Problem] as const,
});
