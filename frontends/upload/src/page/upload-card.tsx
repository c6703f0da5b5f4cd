import {
  ActionIcon,
  Alert,
  Anchor,
  Button,
  Collapse,
  Group,
  IconChevronDown,
  IconChevronUp,
  IconInfoCircle,
  IconPlayerPause,
  IconPlayerPlay,
  IconX,
  ProblemAlert,
  Progress,
  Stack,
  Text,
  TextInput,
  Tooltip,
  useDisclosure,
} from '@colloquy/ui';
import {
  formatBytes,
  formatDuration,
  formatPercent,
  paths,
  RouteLink,
  useMessages,
  wholePercent,
} from '@colloquy/web-kit';
import { DetailsForm, TITLE_LIMIT } from '../details/details-form.tsx';
import { ProcessingStages } from '../processing/processing-stages.tsx';
import { secondsLeft, type UploadItem, type UploadQueue } from '@colloquy/ui/uploads';
import classes from './upload.module.css';

export function UploadCard({ item, queue }: { item: UploadItem; queue: UploadQueue }) {
  const { t } = useMessages('upload');
  const { id, phase, details, fileName, sizeBytes } = item;
  const titleFixed = phase === 'created' || phase === 'finishing' || phase === 'refused';
  const name = details.title || fileName;
  return (
    <li className={classes.card}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ flex: 1, minWidth: 0 }}>
            {titleFixed ? (
              <Text className={classes.title} truncate>
                {name}
              </Text>
            ) : (
              <TextInput
                className={classes.title}
                aria-label={t('card.title')}
                value={details.title}
                maxLength={TITLE_LIMIT}
                onChange={(event) => queue.describe(id, { title: event.currentTarget.value })}
              />
            )}
            <Text size="xs" c="dimmed" truncate>
              {fileName} · {formatBytes(sizeBytes)}
            </Text>
          </div>
          <CardButtons item={item} name={name} queue={queue} />
        </Group>
        <SendingLine item={item} name={name} />
        {!titleFixed && <CardDetails item={item} name={name} queue={queue} />}
        {phase === 'refused' && item.problem && <ProblemAlert problem={item.problem} />}
        {item.duplicateOf && (
          <Alert color="blue" icon={<IconInfoCircle size={18} />} p="xs">
            {t('card.duplicate')}{' '}
            <Anchor
              inherit
              renderRoot={(props) => (
                <RouteLink {...props} href={paths.recording(item.duplicateOf?.id ?? '')} />
              )}
            >
              {item.duplicateOf.title}
            </Anchor>
          </Alert>
        )}
        {phase === 'created' && item.recordingId && (
          <ProcessingStages recordingId={item.recordingId} title={name} />
        )}
      </Stack>
    </li>
  );
}

/** What helps the engines, to be said while the file is sent. */
function CardDetails({ item, name, queue }: { item: UploadItem; name: string; queue: UploadQueue }) {
  const { t } = useMessages('upload');
  const [opened, { toggle }] = useDisclosure(false);
  const Chevron = opened ? IconChevronUp : IconChevronDown;
  return (
    <div>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-expanded={opened}
        aria-label={t('details.openOf', { name })}
        rightSection={<Chevron size={14} />}
        onClick={toggle}
      >
        {t('details.open')}
      </Button>
      <Collapse expanded={opened}>
        <DetailsForm
          withoutTitle
          details={item.details}
          onChange={(changes) => queue.describe(item.id, changes)}
        />
      </Collapse>
    </div>
  );
}

function CardButtons({ item, name, queue }: { item: UploadItem; name: string; queue: UploadQueue }) {
  const { t } = useMessages('upload');
  const { id, phase } = item;
  const buttons = [
    (phase === 'uploading' || phase === 'waiting') && {
      label: t('card.pause', { name }),
      Icon: IconPlayerPause,
      act: () => queue.pause(id),
    },
    (phase === 'paused' || phase === 'interrupted') && {
      label: t('card.resume', { name }),
      Icon: IconPlayerPlay,
      act: () => queue.resume(id),
    },
    phase !== 'finishing' && {
      label: t(phase === 'created' || phase === 'refused' ? 'card.dismiss' : 'card.cancel', { name }),
      Icon: IconX,
      act: () => void queue.remove(id),
    },
  ].filter((button) => button !== false);
  return (
    <Group gap={4} wrap="nowrap">
      {buttons.map(({ label, Icon, act }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={act}>
            <Icon size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}

function SendingLine({ item, name }: { item: UploadItem; name: string }) {
  const { t } = useMessages('upload');
  const { phase, sentBytes, sizeBytes, bytesPerSecond } = item;
  if (phase === 'created' || phase === 'refused') return null;
  const share = sizeBytes === 0 ? 0 : sentBytes / sizeBytes;
  const left = secondsLeft(item);
  return (
    <>
      <Progress
        value={wholePercent(share)}
        size="sm"
        color={phase === 'interrupted' ? 'orange' : phase === 'paused' ? 'gray' : 'petrol'}
        aria-label={t('card.progress', { name })}
        animated={phase === 'finishing'}
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" role="status">
          {t(`phase.${phase}`)}
        </Text>
        <Text size="xs" c="dimmed" className="cq-figures">
          {formatPercent(share)} · {formatBytes(sentBytes)}
          {bytesPerSecond !== null && <> · {t('card.speed', { speed: formatBytes(bytesPerSecond) })}</>}
          {left !== null && left > 1 && <> · {t('card.left', { time: formatDuration(left * 1000) })}</>}
        </Text>
      </Group>
    </>
  );
}
