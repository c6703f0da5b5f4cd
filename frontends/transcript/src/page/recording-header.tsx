import { Badge, Button, Group, IconMessageCircle, Text, Title, Tooltip } from '@colloquy/ui';
import { formatDate, formatDuration, paths, RouteLink, useMessages } from '@colloquy/web-kit';
import type { RecordingHeaderFragment } from '../gql/graphql.ts';
import { ShareButton } from '../share/share-button.tsx';
import { CollectionButton } from './collection-button.tsx';
import { recognizerLabel } from './engine-label.ts';
import { ProcessAgainButton } from './process-again-button.tsx';

interface RecordingHeaderProps {
  readonly recording: RecordingHeaderFragment;
  readonly speakerCount: number | null;
  readonly wordCount: number | null;
}

export function RecordingHeader({ recording, speakerCount, wordCount }: RecordingHeaderProps) {
  const { t } = useMessages('transcript');
  const engine = recognizerLabel(recording.engineRuns);
  const facts = [
    formatDate(recording.recordedAt ?? recording.createdAt),
    recording.durationMs ? formatDuration(recording.durationMs) : null,
    speakerCount === null ? null : t('header.speakers', { count: speakerCount }),
    wordCount === null ? null : t('header.words', { count: wordCount }),
  ].filter((fact) => fact !== null);
  return (
    <header className="transcript-header">
      <div className="transcript-heading">
        <Title order={1} size="h2" className="transcript-title" tabIndex={-1} data-page-heading>
          {recording.title}
        </Title>
        <Group gap={6} mt={6}>
          <Text c="dimmed" size="sm" component="p" m={0}>
            {facts.join(' · ')}
          </Text>
          {engine && (
            <Tooltip
              label={t(engine.draft ? 'header.draftHint' : 'header.engineHint', {
                engine: engine.engine,
                model: engine.model,
              })}
              multiline
              maw={320}
            >
              <Badge
                variant="light"
                color={engine.draft ? 'yellow' : 'gray'}
                tt="none"
                tabIndex={0}
                className="transcript-engine"
              >
                {engine.draft ? t('header.draft', { engine: engine.name }) : engine.name}
              </Badge>
            </Tooltip>
          )}
          {recording.source === 'IMPORT' && (
            <Badge variant="light" color="gray" tt="none">
              {t('header.imported')}
            </Badge>
          )}
        </Group>
      </div>
      {recording.status === 'READY' && (
        <Group gap="xs">
          <ShareButton recordingId={recording.id} hasAudio={Boolean(recording.audioUrl)} />
          <CollectionButton recordingId={recording.id} />
          {recording.source !== 'IMPORT' && <ProcessAgainButton recording={recording} />}
          <Button
            component={RouteLink}
            href={paths.chatAbout([recording.id])}
            variant="light"
            leftSection={<IconMessageCircle size={16} />}
          >
            {t('header.ask')}
          </Button>
        </Group>
      )}
    </header>
  );
}
