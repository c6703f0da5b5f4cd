import type { Context } from '@colloquy/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { CorrectionHistory } from '../correction/correction.history.ts';
import { CorrectionPageArgs } from '../correction/correction.inputs.ts';
import { CorrectionConnection } from '../correction/correction.types.ts';
import { ExportService } from '../export/export.service.ts';
import { TranscriptExport } from '../export/export.types.ts';
import { LeftBehindCorrection } from '../left-behind/left-behind.entity.ts';
import type { LeftBehindService } from '../left-behind/left-behind.service.ts';
import { Recording } from '../recording/recording.stub.ts';
import { SegmentConnection } from '../segment/segment-connection.ts';
import type { SegmentPages } from '../segment/segment-page.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { MachineVersion, machineVersionsOf } from '../version/machine-version.ts';
import { Transcript } from './transcript.entity.ts';
import { TranscriptFinder } from './transcript.finder.ts';

@Resolver(() => Transcript)
export class TranscriptResolver {
  constructor(
    private readonly finder: TranscriptFinder,
    private readonly pages: SegmentPages,
    private readonly exporting: ExportService,
    private readonly history: Pick<CorrectionHistory, 'of'>,
    private readonly leftBehindCorrections: Pick<LeftBehindService, 'of' | 'count'>,
  ) {}

  @FieldResolver(() => Recording, {
    nullable: true,
    description: 'The recording it is of; null while it cannot be reached.',
  })
  recording(@Root() { recordingId }: Transcript): Recording {
    return Recording.of(recordingId);
  }

  @FieldResolver(() => [Speaker], { description: 'Who speaks, in order of first speech.' })
  speakers(@Root() { id }: Transcript, @Ctx() context: Context): Promise<Speaker[]> {
    return this.finder.speakersOf(id, context);
  }

  @FieldResolver(() => SegmentConnection, {
    description: 'What was said, in order. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  segments(
    @Root() transcript: Transcript,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many, 1 to 1,000.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'A cursor to go on from.' })
    after: string | null,
    @Arg('speakerIds', () => [ID], { nullable: true, description: 'Only what these speakers say.' })
    speakerIds: string[] | null,
    @Ctx() context: Context,
  ): Promise<SegmentConnection> {
    return this.pages.of(transcript, { first, after, speakerIds }, context);
  }

  @FieldResolver(() => [TranscriptExport], { description: 'Where it can be downloaded, a link a format.' })
  exports(@Root() transcript: Transcript, @Ctx() context: Context): Promise<TranscriptExport[]> {
    return this.exporting.exportsOf(transcript, context);
  }

  @FieldResolver(() => [LeftBehindCorrection], {
    description:
      'Corrections of an earlier transcript that found no place in this one, in order of time, at most 200: to be applied by hand. Not those of which the transcript is as they want it by now.',
  })
  leftBehind(@Root() { id }: Transcript, @Ctx() context: Context): Promise<LeftBehindCorrection[]> {
    return this.leftBehindCorrections.of(id, context);
  }

  @FieldResolver(() => Int, { description: 'How many such corrections there are in all.' })
  leftBehindCount(@Root() { id }: Transcript, @Ctx() context: Context): Promise<number> {
    return this.leftBehindCorrections.count(id, context);
  }

  @FieldResolver(() => [MachineVersion], {
    description: 'Every version that processing made until this transcript, the earliest first.',
  })
  async machineVersions(
    @Root() { recordingId, version }: Transcript,
    @Ctx() context: Context,
  ): Promise<MachineVersion[]> {
    const transcripts = await this.finder.transcriptsOf(recordingId, context);
    return machineVersionsOf(transcripts.filter((one) => one.version <= version));
  }

  @FieldResolver(() => CorrectionConnection, {
    description:
      'What people corrected in this transcript and in those before it, the latest first. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  corrections(
    @Root() transcript: Transcript,
    @Args(() => CorrectionPageArgs) page: CorrectionPageArgs,
  ): Promise<CorrectionConnection> {
    return this.history.of(transcript, page);
  }
}
