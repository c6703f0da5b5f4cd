import { toast } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useClient } from 'urql';
import type { Clip } from '../clip/clip-player.ts';
import { SpeechQuery } from './question.operations.ts';

const MAX_STRETCHES = 3;

/** Finds what a speaker says longest in a recording, to be heard; null where there is nothing. */
export function useSpeech(): (recordingId: string, speakerId: string) => Promise<Clip | null> {
  const { t } = useMessages('people');
  const client = useClient();
  return async (recordingId, speakerId) => {
    const { data } = await client.query(SpeechQuery, { recordingId, speakerId }).toPromise();
    const { audioUrl, transcript } = data?.recording ?? {};
    const said = transcript?.segments.edges.map(({ node }) => node) ?? [];
    if (!audioUrl || said.length === 0) {
      toast.failed({ message: t('question.silent') });
      return null;
    }
    const intervals = said
      .toSorted((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))
      .slice(0, MAX_STRETCHES)
      .toSorted((a, b) => a.startMs - b.startMs);
    return { key: speakerId, audioUrl, intervals };
  };
}
