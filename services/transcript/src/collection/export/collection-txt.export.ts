import { timestamp } from '../../export/timestamp.ts';
import type { CollectionDocument } from './collection-document.ts';

/** To be read and pasted: who speaks how much, then a line a segment, `Name: text`, under each recording's title. */
export async function* writeCollectionTxt({
  name,
  clips,
  speakers,
  segments,
}: CollectionDocument): AsyncIterable<string> {
  yield `${name}\n\n`;
  for (const { displayName, statistics } of speakers) {
    const { talkTimeMs, share, turns, words } = statistics;
    yield `${displayName}: ${timestamp(talkTimeMs)} (${(share * 100).toFixed(1)} %), ${counted(turns, 'turn')}, ${counted(words, 'word')}\n`;
  }
  let last = -1;
  for await (const { clip, speaker, segment } of segments) {
    if (clip !== last) yield `\n${clip + 1}. ${clips[clip]?.title ?? ''}\n\n`;
    last = clip;
    yield `${speaker}: ${segment.text}\n`;
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
