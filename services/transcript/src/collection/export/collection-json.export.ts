import type { CollectionSpeaker, SpeakingStatistics } from '../collection.types.ts';
import type { CollectionDocument } from './collection-document.ts';

/**
 * Everything, for programs:
 * `{name, recordings: [{id, title, durationMs}], speakers: [{name, …statistics, recordings: [{recording, …statistics, match}]}],
 * segments: [{recording, speaker, startMs, endMs, text, words}]}`, a `recording` being its place, from 0.
 */
export async function* writeCollectionJson(document: CollectionDocument): AsyncIterable<string> {
  const { name, clips } = document;
  const recordings = clips.map(({ recordingId: id, title, durationMs }) => ({ id, title, durationMs }));
  const places = new Map(clips.map(({ recordingId }, place) => [recordingId, place]));
  const speakers = document.speakers.map((speaker) => speakerOf(speaker, places));
  const head = JSON.stringify({ name, recordings, speakers });
  yield `${head.slice(0, -1)},"segments":[`;
  let separator = '\n';
  for await (const { clip, speaker, segment } of document.segments) {
    const { startMs, endMs, text } = segment;
    const words = segment.words.map((word) => ({
      text: word.text,
      startMs: word.startMs,
      endMs: word.endMs,
      confidence: word.confidence,
    }));
    yield separator + JSON.stringify({ recording: clip, speaker, startMs, endMs, text, words });
    separator = ',\n';
  }
  yield '\n]}\n';
}

const speakerOf = (
  {
    displayName,
    statistics,
    appearances,
  }: Pick<CollectionSpeaker, 'displayName' | 'statistics' | 'appearances'>,
  places: ReadonlyMap<string, number>,
) => ({
  name: displayName,
  ...plain(statistics),
  recordings: appearances.map(({ recording, statistics: there, match }) => ({
    recording: places.get(recording.id),
    ...plain(there),
    match: { ...match },
  })),
});

const plain = (statistics: SpeakingStatistics) => ({ ...statistics });
