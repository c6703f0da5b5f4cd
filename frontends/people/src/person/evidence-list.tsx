import { Badge, Text, Title } from '@colloquy/ui';
import { formatDuration, formatPercent, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { ClipButton, useClipPlayer } from '../clip/clip-button.tsx';
import type { PersonQuery, PersonRowFragment } from '../gql/graphql.ts';

export type Sample = NonNullable<PersonQuery['speakerProfile']>['samples'][number];

interface EvidenceListProps {
  readonly person: PersonRowFragment;
  readonly samples: readonly Sample[];
  onChanged(): void;
}

/** What the voice is known by, to be heard. */
export function EvidenceList({ person, samples }: EvidenceListProps) {
  const { t } = useMessages('people');
  const player = useClipPlayer();
  return (
    <section className="people-panel" aria-labelledby="people-evidence">
      <Title order={2} size="h5" id="people-evidence">
        {t('evidence.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(samples.length === 0 ? 'evidence.none' : 'evidence.body', { name: person.name })}
      </Text>
      <ul className="people-list" aria-label={t('evidence.title')}>
        {samples.map((sample) => (
          <SampleItem key={sample.id} sample={sample} player={player} />
        ))}
      </ul>
    </section>
  );
}

function SampleItem({
  sample,
  player,
}: {
  readonly sample: Sample;
  readonly player: ReturnType<typeof useClipPlayer>;
}) {
  const { t } = useMessages('people');
  const { id, recording, intervals, origin, speechMs, similarity, outlier, speaker } = sample;
  const title = recording?.title ?? t('evidence.elsewhere');
  const [first] = intervals;
  return (
    <li className="people-row">
      {recording?.audioUrl && first && (
        <ClipButton
          player={player}
          clip={{ key: id, audioUrl: recording.audioUrl, intervals }}
          label={t('evidence.play', { title })}
        />
      )}
      <div className="people-grow">
        {recording && first ? (
          <RouteLink href={paths.recording(recording.id, { atMs: first.startMs })} className="people-name">
            {title}
          </RouteLink>
        ) : (
          <Text>{title}</Text>
        )}
        <Text size="sm" c="dimmed">
          {[
            speaker?.displayName,
            formatDuration(speechMs),
            similarity !== null && similarity !== undefined
              ? t('evidence.alike', { percent: formatPercent(Math.max(0, similarity)) })
              : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {outlier && <Badge color="orange">{t('evidence.outlier')}</Badge>}
      <Badge color={origin === 'CONFIRMED' ? 'green' : 'gray'}>{t(`evidence.origin.${origin}`)}</Badge>
    </li>
  );
}
