import type { EngineRung } from '@colloquy/engines';
import { Field, ID, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';

export enum EngineKind {
  RECOGNIZER = 'RECOGNIZER',
  DIARIZER = 'DIARIZER',
}

registerEnumType(EngineKind, {
  name: 'EngineKind',
  description: 'What an engine is for.',
  valuesConfig: {
    RECOGNIZER: { description: 'What is said.' },
    DIARIZER: { description: 'Who speaks when.' },
  },
});

@ObjectType({ description: 'One rung of the engine ladder and whether it can be used here.' })
export class SpeechEngine {
  @Field(() => ID, { description: 'What RECOGNIZER or DIARIZER is set to, to choose it.' })
  id: string;

  @Field(() => EngineKind, { description: 'What it is for.' })
  kind: EngineKind;

  @Field({ description: '`hosted`, `local` or `embedded`.' })
  rung: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The model it would run.' })
  model: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a diarizer, the model by which it tells voices: only voices by the same one are compared.',
  })
  embedder: string | null;

  @Field({ description: 'Whether it can be used here and now.' })
  available: boolean;

  @Field({ description: 'Used for new recordings.' })
  selected: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, when it is not available.' })
  unavailableReason: string | null;

  @Field(() => [String], { description: 'How to get it.' })
  howToGet: string[];
}

@Resolver()
export class SpeechEngineResolver {
  constructor(private readonly inspect: () => Promise<EngineRung[]>) {}

  @Query(() => [SpeechEngine], {
    nullable: true,
    description: 'The ladder of engines: which can be used here, why the others cannot, and how to get them.',
  })
  async speechEngines(): Promise<SpeechEngine[]> {
    const rungs = await this.inspect();
    return rungs.map((rung) => Object.assign(new SpeechEngine(), rung, { kind: EngineKind[rung.kind] }));
  }
}
