import { isDraftVoiceModel } from '@colloquy/speech';
import type { Context } from '@colloquy/subgraph';
import { Recording } from '../recording/recording.stub.ts';
import { speakerColor } from '../speaker/speaker-color.ts';
import { displayNameOf } from '../speaker/speaker.entity.ts';
import type { Appearance, CollectionFinder } from './collection.finder.ts';
import {
  CollectionAppearance,
  CollectionMatch,
  CollectionSpeaker,
  SpeakingStatistics,
} from './collection.types.ts';
import { sumCounts, type SpeakingCounts } from './speaking-statistics.ts';
import { voiceThreshold } from './voice-threshold.ts';

/** The people of collections, put together from where they speak. */
export class CollectionSpeakers {
  constructor(private readonly finder: Pick<CollectionFinder, 'appearances'>) {}

  /** In order of first speech. */
  async of(collectionId: string, context: Context): Promise<CollectionSpeaker[]> {
    return peopleOf(await this.finder.appearances(collectionId, context));
  }
}

export function peopleOf(appearances: readonly Appearance[]): CollectionSpeaker[] {
  const talkTimeIn = talkTimes(appearances, ({ recordingId }) => recordingId);
  const allTalkMs = appearances.reduce((sum, { counts }) => sum + counts.talkTimeMs, 0);
  return [...Map.groupBy(appearances, ({ collectionSpeakerId }) => collectionSpeakerId)].map(
    ([id, theirs], position) => {
      const name = theirs.find((one) => one.name !== null)?.name ?? null;
      return Object.assign(new CollectionSpeaker(), {
        id,
        name,
        displayName: displayNameOf({ name, position }),
        color: speakerColor(position),
        statistics: statisticsOf(sumCounts(theirs.map(({ counts }) => counts)), allTalkMs),
        appearances: theirs.map((one) =>
          Object.assign(new CollectionAppearance(), {
            speakerId: one.speakerId,
            deniedName: one.deniedName,
            recording: Recording.of(one.recordingId),
            statistics: statisticsOf(one.counts, talkTimeIn.get(one.recordingId) ?? 0),
            match: matchOf(one),
          }),
        ),
      });
    },
  );
}

function talkTimes(
  appearances: readonly Appearance[],
  keyOf: (one: Appearance) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of appearances) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.counts.talkTimeMs);
  return sums;
}

/** @param allTalkMs of everybody. */
export function statisticsOf(counts: SpeakingCounts, allTalkMs: number): SpeakingStatistics {
  return Object.assign(new SpeakingStatistics(), counts, {
    share: allTalkMs === 0 ? 0 : counts.talkTimeMs / allTalkMs,
    wordsPerMinute: counts.talkTimeMs === 0 ? null : counts.words / (counts.talkTimeMs / 60_000),
  });
}

const matchOf = ({ reason, similarity, model }: Appearance): CollectionMatch =>
  Object.assign(new CollectionMatch(), {
    reason,
    similarity,
    threshold: model && voiceThreshold(model),
    embedder: model,
    draft: similarity !== null && model !== null && isDraftVoiceModel(model),
  });
