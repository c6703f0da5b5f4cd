import { Button, Dropzone, Group, IconUpload, Stack, Text, ThemeIcon } from '@colloquy/ui';
import { formatBytes, formatDuration, useMessages } from '@colloquy/web-kit';
import { useRef } from 'react';
import classes from './upload.module.css';

interface DropAreaProps {
  limits: { maxUploadBytes: number; maxDurationMs: number; formats: readonly string[] } | null;
  /** Smaller, when the uploads below are what matters. */
  compact: boolean;
  onFiles: (files: File[]) => void;
}

/** Takes any file: what does not fit is refused by name, where a filter would only ignore it in silence. */
export function DropArea({ limits, compact, onFiles }: DropAreaProps) {
  const { t } = useMessages('upload');
  const choose = useRef<() => void>(null);
  return (
    <Dropzone
      openRef={choose}
      onDrop={onFiles}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      className={classes.drop}
      inputProps={{ 'aria-label': t('drop.label') }}
      tabIndex={-1}
      role="group"
      aria-label={t('drop.label')}
    >
      <Stack align="center" gap="sm" py={compact ? 0 : 'lg'}>
        {!compact && (
          <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
            <IconUpload size={26} stroke={1.7} />
          </ThemeIcon>
        )}
        <Text size="lg" fw={600}>
          {t('drop.title')}
        </Text>
        <Group gap="xs">
          <Button onClick={() => choose.current?.()}>{t('drop.choose')}</Button>
        </Group>
        {limits && (
          <Text size="sm" c="dimmed" ta="center">
            {t('drop.limits', {
              formats: limits.formats.map((format) => format.toUpperCase()).join(', '),
              size: formatBytes(limits.maxUploadBytes),
              duration: formatDuration(limits.maxDurationMs),
            })}
          </Text>
        )}
      </Stack>
    </Dropzone>
  );
}
