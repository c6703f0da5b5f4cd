import { ActionIcon, Badge, Checkbox, IconX, Text, Tooltip } from '@colloquy/ui';
import { formatDuration, formatPercent, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import { ClipButton } from '../clip/clip-button.tsx';
import type { ClipPlayer } from '../clip/clip-player.ts';
import type { EvidenceSampleFragment as Sample } from '../gql/graphql.ts';

interface SampleItemProps {
  readonly sample: Sample;
  readonly player: ClipPlayer;
  readonly chosen: boolean;
  /** Somebody else is said to speak there by now. */
  readonly outdated?: boolean;
  /** Absent where there is nothing to choose among. */
  onToggle?(): void;
  onRemove(): void;
}

export function SampleItem(props: SampleItemProps) {
  const { sample, player, chosen, outdated = false, onToggle, onRemove } = props;
  const { t } = useMessages('people');
  const {
    id,
    recording,
    intervals,
    origin,
    speechMs,
    similarity,
    outlier,
    pending,
    problem,
    speaker,
    draft,
  } = sample;
  const title = recording?.title ?? t('evidence.elsewhere');
  const [first] = intervals;
  const facts = [
    speaker?.displayName,
    formatDuration(speechMs),
    similarity !== null && similarity !== undefined
      ? t('evidence.alike', { percent: formatPercent(Math.max(0, similarity)) })
      : null,
    draft && (origin === 'AUTOMATIC' || typeof similarity === 'number') ? t('draft') : null,
  ];
  return (
    <li className="people-row">
      {onToggle && (
        <Checkbox checked={chosen} aria-label={t('evidence.choose', { title })} onChange={onToggle} />
      )}
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
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {outdated && <Text size="sm">{t('evidence.outdated')}</Text>}
        {problem && (
          <Text size="sm" c="var(--mantine-color-error)">
            {[problem.message, ...problem.recovery, t('evidence.takeOut')].join(' ')}
          </Text>
        )}
      </div>
      {pending && <Badge color="blue">{t('evidence.pending')}</Badge>}
      {(problem || outdated) && <Badge color={problem ? 'red' : 'orange'}>{t('evidence.refused')}</Badge>}
      {outlier && <Badge color="orange">{t('evidence.outlier')}</Badge>}
      <Badge color={origin === 'CONFIRMED' ? 'green' : 'gray'}>{t(`evidence.origin.${origin}`)}</Badge>
      <Tooltip label={t('evidence.remove')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('evidence.removeOf', { title })}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
