import type { EntityManager } from 'typeorm';
import type { ResultHeader } from '../import/result-document.ts';
import { VoiceMatch, type VoiceDecision } from './voice-match.entity.ts';

const BATCH = 500;

/** Keeps why the speakers of a new transcript have their labels. @param ids of speakers by their labels */
export async function insertVoiceMatches(
  tx: EntityManager,
  workspaceId: string,
  { voiceMatches = [], speakers }: Pick<ResultHeader, 'voiceMatches' | 'speakers'>,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const model = speakers.find(({ embedding }) => embedding !== null)?.embedding?.model ?? null;
  const rows = voiceMatches.flatMap(({ speaker, decision, alternatives, ...match }) => {
    const speakerId = ids.get(speaker);
    if (speakerId === undefined) return [];
    const others = alternatives.flatMap(({ speaker: other, similarity }) => {
      const otherId = ids.get(other);
      return otherId === undefined ? [] : [{ speakerId: otherId, similarity }];
    });
    return [
      { ...match, speakerId, workspaceId, decision: decision as VoiceDecision, alternatives: others, model },
    ];
  });
  for (let from = 0; from < rows.length; from += BATCH)
    await tx
      .createQueryBuilder()
      .insert()
      .into(VoiceMatch)
      .values(rows.slice(from, from + BATCH))
      .orIgnore()
      .execute();
}
