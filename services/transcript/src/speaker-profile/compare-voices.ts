import { calibrationOf, identifyVoices, type KnownVoice, type VoiceIdentification } from '@colloquy/speech';
import { fromSql } from 'pgvector';
import type { EntityManager } from 'typeorm';
import type { Speaker } from '../speaker/speaker.entity.ts';
import type { VoiceSearch } from './voice-search.ts';

/** Who a speaker is by the voice, and by which embedder that is told best. */
export interface FoundVoice {
  speaker: Speaker;
  model: string;
  found: VoiceIdentification;
}

interface HeardVoice {
  speakerId: string;
  model: string;
  dimensions: number;
  vector: string;
  speechMs: number;
  notThese: string[];
}

/**
 * Compares speakers of one transcript who are open with the persons known, except those whom the others are. Not in a
 * transaction.
 */
export async function compareVoices(
  manager: EntityManager,
  search: Pick<VoiceSearch, 'nearestProfiles'>,
  { open, speakers }: { open: readonly Speaker[]; speakers: readonly Speaker[] },
): Promise<FoundVoice[]> {
  const workspaceId = speakers[0]?.workspaceId ?? '';
  const openIds = new Set(open.map(({ id }) => id));
  const taken = speakers.flatMap(({ id, profileId }) => (openIds.has(id) ? [] : (profileId ?? [])));
  const voices: HeardVoice[] = await manager.query(
    `select e.speaker_id as "speakerId", e.model, e.dimensions, e.embedding::text as vector,
            e.speech_ms as "speechMs",
            array(select profile_id::text from transcript.identification_rejection r
                   where r.speaker_id = e.speaker_id) as "notThese"
       from transcript.speaker_embedding e
      where e.speaker_id = any($1::uuid[]) and e.workspace_id = $2`,
    [[...openIds], workspaceId],
  );
  const best = new Map<string, FoundVoice>();
  for (const [model, same] of Map.groupBy(voices, (voice) => voice.model)) {
    const known = new Map<string, KnownVoice>();
    for (const voice of same)
      for (const one of await search.nearestProfiles(workspaceId, voice, voice.vector))
        known.set(one.profileId, one);
    const heard = same.map(({ speakerId, vector, speechMs, notThese }) => ({
      label: speakerId,
      vector: fromSql(vector) as number[],
      speechMs,
      notThese: [...notThese, ...taken],
    }));
    for (const found of identifyVoices(heard, [...known.values()], calibrationOf(model))) {
      const speaker = open.find(({ id }) => id === found.label);
      const before = best.get(found.label)?.found;
      if (speaker && (!before || confidenceOf(found) > confidenceOf(before)))
        best.set(found.label, { speaker, model, found });
    }
  }
  return [...best.values()];
}

export const confidenceOf = ({ best }: VoiceIdentification): number => best?.confidence ?? 0;
