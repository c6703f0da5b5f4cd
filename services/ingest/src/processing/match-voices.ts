import type { Diarization, LocalSpeaker } from '@colloquy/engines';
import { assignSpeakers, meanVector, speakerLabel, type Turn } from '@colloquy/speech';
import type { KnownVoice } from './processing-run.entity.ts';

export interface MatchedChunk {
  /** With labels of the whole recording. */
  turns: Turn[];
  /** The voices heard so far, this chunk included. */
  voices: KnownVoice[];
}

/**
 * Gives a chunk's speakers the labels they have in the whole recording, so that SPEAKER_00 stays SPEAKER_00 to the end:
 * each is the known voice it resembles most, or a new one. With `expectedSpeakers` voices known already nobody new can
 * come, so the most alike is taken however little alike it is.
 */
export function matchVoices(
  { turns, speakers }: Pick<Diarization, 'turns' | 'speakers'>,
  known: readonly KnownVoice[],
  { threshold, expectedSpeakers }: { threshold: number; expectedSpeakers: number | null },
): MatchedChunk {
  const everybodyKnown = expectedSpeakers !== null && known.length >= expectedSpeakers;
  const assignments = assignSpeakers({
    references: known,
    local: speakers,
    threshold: everybodyKnown ? -1 : threshold,
  });
  const voices = known.map((voice) => ({ ...voice }));
  const labels = new Map<string, string>();
  for (const { local, reference } of assignments) {
    const speaker = speakers.find(({ label }) => label === local);
    if (!speaker) continue;
    const voice = voices.find(({ label }) => label === reference);
    if (voice) remember(voice, speaker);
    else
      voices.push({ label: speakerLabel(voices.length), vector: speaker.vector, speechMs: speaker.speechMs });
    labels.set(local, reference ?? speakerLabel(voices.length - 1));
  }
  return {
    turns: turns.map((turn) => ({ ...turn, speaker: labels.get(turn.speaker) ?? turn.speaker })),
    voices,
  };
}

function remember(voice: KnownVoice, heard: LocalSpeaker): void {
  voice.vector = meanVector([voice.vector, heard.vector], [voice.speechMs, heard.speechMs]);
  voice.speechMs += heard.speechMs;
}
