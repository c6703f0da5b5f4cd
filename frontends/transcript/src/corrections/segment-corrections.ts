import type { Client } from 'urql';
import type { SegmentRow } from '../segments/segment.store.ts';
import {
  AssignSpeakerMutation,
  MergeSegmentsMutation,
  MergeSpeakersMutation,
  MoveSegmentBoundaryMutation,
  SplitSegmentMutation,
} from './correction.operations.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

type Seen = Pick<SegmentRow, 'id' | 'version'>;

/** A speaker of the transcript, or the name of a new one. */
export type SpeakerChoice = { readonly speakerId: string } | { readonly newSpeakerName: string };

const seen = ({ id, version }: Seen) => ({ segmentId: id, expectedVersion: version });

export async function assignSpeaker(
  client: Client,
  segments: readonly Seen[],
  speaker: SpeakerChoice,
): Promise<Outcome> {
  const input = { segments: segments.map(seen), speaker };
  const { data, error } = await client.mutation(AssignSpeakerMutation, { input }).toPromise();
  return outcomeOf(data?.assignSpeaker, error);
}

export async function splitSegment(client: Client, segment: Seen, beforeWord: number): Promise<Outcome> {
  const input = { segment: seen(segment), beforeWord };
  const { data, error } = await client.mutation(SplitSegmentMutation, { input }).toPromise();
  return outcomeOf(data?.splitSegment, error);
}

export async function mergeSegments(client: Client, segments: readonly Seen[]): Promise<Outcome> {
  const input = { segments: segments.map(seen) };
  const { data, error } = await client.mutation(MergeSegmentsMutation, { input }).toPromise();
  return outcomeOf(data?.mergeSegments, error);
}

/** @param words how many go from the first to the second, negative for the other way */
export async function moveBoundary(
  client: Client,
  first: Seen,
  second: Seen,
  words: number,
): Promise<Outcome> {
  const input = { first: seen(first), second: seen(second), words };
  const { data, error } = await client.mutation(MoveSegmentBoundaryMutation, { input }).toPromise();
  return outcomeOf(data?.moveSegmentBoundary, error);
}

export async function mergeSpeakers(
  client: Client,
  speakerId: string,
  intoSpeakerId: string,
): Promise<Outcome> {
  const input = { speakerId, intoSpeakerId };
  const { data, error } = await client.mutation(MergeSpeakersMutation, { input }).toPromise();
  return outcomeOf(data?.mergeSpeakers, error);
}
