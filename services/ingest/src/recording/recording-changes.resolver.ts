import { orProblem, Problem, type Context } from '@colloquy/subgraph';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ownerIn } from '../collection/collection-owner.ts';
import type { ProcessingService } from '../processing/processing.service.ts';
import { checkExpectedSpeakers, checkLanguage } from './recording-details.ts';
import type { RecordingDeletion } from './recording-deletion.service.ts';
import type { RecordingRestoration } from './recording-restoration.service.ts';
import { Recording } from './recording.entity.ts';
import {
  DeletedRecording,
  DeleteRecordingResult,
  RecordingResult,
  RetryProcessingInput,
  UpdateRecordingInput,
} from './recording.inputs.ts';
import type { RecordingService } from './recording.service.ts';

@Resolver()
export class RecordingChangesResolver {
  constructor(
    private readonly recordings: RecordingService,
    private readonly processing: ProcessingService,
    private readonly deletion: RecordingDeletion,
    private readonly restoration: RecordingRestoration,
  ) {}

  @Mutation(() => RecordingResult, { description: 'Changes what is known about a recording.' })
  updateRecording(
    @Arg('input', () => UpdateRecordingInput, { description: 'The recording and its changes.' })
    input: UpdateRecordingInput,
    @Ctx() { workspaceId }: Context,
  ): Promise<Recording | Problem> {
    const { id, ...changes } = input;
    return orProblem(() => this.recordings.update(workspaceId, id, changes));
  }

  @Mutation(() => RecordingResult, {
    description: 'Stops the processing of a recording; what is finished is kept for a retry.',
  })
  cancelProcessing(
    @Arg('id', () => ID, { description: 'The recording.' }) id: string,
    @Ctx() { workspaceId }: Context,
  ): Promise<Recording | Problem> {
    return orProblem(() => this.processing.cancel(workspaceId, id));
  }

  @Mutation(() => RecordingResult, {
    description:
      'Processes a recording again: after a failure or cancellation from where it stopped, unless something is to be done differently; when it was ready, from the beginning.',
  })
  retryProcessing(
    @Arg('input', () => RetryProcessingInput, { description: 'The recording and what to do differently.' })
    input: RetryProcessingInput,
    @Ctx() { workspaceId }: Context,
  ): Promise<Recording | Problem> {
    return orProblem(async () =>
      this.processing.retry(workspaceId, input.id, {
        ...(input.expectedSpeakers !== undefined && {
          expectedSpeakers: checkExpectedSpeakers(input.expectedSpeakers),
        }),
        ...(input.language !== undefined && { language: checkLanguage(input.language) }),
      }),
    );
  }

  @Mutation(() => DeleteRecordingResult, {
    description: 'Hides a recording everywhere at once and removes it everywhere a little later.',
  })
  deleteRecording(
    @Arg('id', () => ID, { description: 'The recording.' }) id: string,
    @Ctx() { workspaceId }: Context,
  ): Promise<DeletedRecording | Problem> {
    return orProblem(async () => {
      const restorableUntil = await this.deletion.delete(workspaceId, id);
      return Object.assign(new DeletedRecording(), { id, restorableUntil });
    });
  }

  @Mutation(() => RecordingResult, {
    description:
      'Brings a deleted recording back, as long as that is possible. Errors: COLLECTION_FULL when a collection that it was in was filled up meanwhile.',
  })
  restoreRecording(
    @Arg('id', () => ID, { description: 'The recording.' }) id: string,
    @Arg('leaveFullCollections', {
      defaultValue: false,
      description: 'Takes it out of collections that were filled up meanwhile, instead of failing.',
    })
    leaveFull: boolean,
    @Ctx() context: Context,
  ): Promise<Recording | Problem> {
    return orProblem(() => this.restoration.restore(ownerIn(context), id, { leaveFull }));
  }
}
