import { useCallback } from 'react';
import { useQuery } from 'urql';
import { Alert, Drawer, EmptyState, IconInfoCircle, ProblemAlert, Skeleton, Stack, Text } from '@colloquy/ui';
import { formatTime, useMessages } from '@colloquy/web-kit';
import type { WhyLabelQuery as Answer } from '../gql/graphql.ts';
import { goTo, useSession } from '../session/transcript-session.ts';
import type { SpeakerCard } from './speaker-card.ts';
import { WhyPerson } from './why-person.tsx';
import { WhyLabelQuery } from './why-label.operations.ts';

type Transcript = NonNullable<NonNullable<Answer['recording']>['transcript']>;
export type VoiceMatch = Transcript['speakers'][number]['voiceMatches'][number];

interface WhyLabelProps {
  readonly speaker: SpeakerCard;
  onClose(): void;
}

/** Why a speaker is held to be the same person in each piece of the recording. */
export function WhyLabelDrawer({ speaker, onClose }: WhyLabelProps) {
  const { t } = useMessages('transcript');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('why.title', { name: speaker.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <WhyLabel speaker={speaker} />
    </Drawer>
  );
}

function WhyLabel({ speaker }: Pick<WhyLabelProps, 'speaker'>) {
  const { t } = useMessages('transcript');
  const { recordingId } = useSession();
  const [{ data, error, fetching }, ask] = useQuery({ query: WhyLabelQuery, variables: { recordingId } });
  const retry = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const known = data?.recording?.transcript?.speakers.find(({ id }) => id === speaker.id);
  if (!known)
    return error && !fetching ? <ProblemAlert problem={error} onRetry={retry} /> : <Skeleton h={80} />;
  const { identification, voiceMatches: matches } = known;
  return (
    <Stack gap="lg">
      {identification && <WhyPerson identification={identification} />}
      {matches.length > 0 ? (
        <WhyPieces matches={matches} />
      ) : (
        <EmptyState icon={<IconInfoCircle size={28} />} title={t('why.empty')}>
          {t('why.emptyBody')}
        </EmptyState>
      )}
    </Stack>
  );
}

function WhyPieces({ matches }: { readonly matches: readonly VoiceMatch[] }) {
  const { t } = useMessages('transcript');
  const model = matches.find((match) => match.model)?.model;
  return (
    <Stack gap="md">
      <Text size="sm">{t('why.explained')}</Text>
      {matches.some(({ draft }) => draft) && (
        <Alert color="yellow" icon={<IconInfoCircle size={18} />}>
          {t('why.draft')}
        </Alert>
      )}
      <Stack gap="sm" role="list">
        {matches.map((match) => (
          <WhyPiece key={match.startMs} match={match} />
        ))}
      </Stack>
      {model && (
        <Text size="xs" c="dimmed">
          {t('why.model', { model })}
        </Text>
      )}
    </Stack>
  );
}

export function WhyPiece({ match }: { readonly match: VoiceMatch }) {
  const { t } = useMessages('transcript');
  const session = useSession();
  const { startMs, endMs, alternatives } = match;
  const from = formatTime(startMs);
  const others = alternatives.map(({ speaker, similarity }) =>
    t('why.other', { name: speaker?.displayName ?? t('speakers.unknown'), similarity: shown(similarity) }),
  );
  return (
    <div role="listitem" className="transcript-why">
      <button
        type="button"
        className="transcript-time"
        aria-label={t(session.player ? 'segment.playFrom' : 'segment.goTo', { time: from })}
        onClick={() => goTo(session, startMs)}
      >
        {from}
      </button>
      <span className="transcript-version-time">–{formatTime(endMs)}</span>
      <Text size="sm">{t(`why.decision.${reasonOf(match)}`, numbersOf(match))}</Text>
      {match.draft && isCompared(match) && (
        <Text size="xs" c="dimmed">
          {t('why.draftPiece')}
        </Text>
      )}
      {others.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('why.others', { others: others.join(', ') })}
        </Text>
      )}
    </div>
  );
}

const isCompared = ({ similarity, alternatives }: VoiceMatch): boolean =>
  similarity !== null || alternatives.length > 0;

function reasonOf({ decision, similarity, alternatives }: VoiceMatch) {
  if (decision === 'SAME') return similarity === null ? 'RECOGNISED' : 'SAME';
  if (decision === 'NEW') return alternatives.length === 0 ? 'FIRST' : 'NEW';
  return decision;
}

const numbersOf = ({ similarity, threshold }: VoiceMatch) => ({
  similarity: similarity === null ? '' : shown(similarity),
  threshold: shown(threshold),
});

const shown = (similarity: number): string => similarity.toFixed(2);
