import { Alert, Button, Dropzone, Group, IconInfoCircle, Stack, Text } from '@colloquy/ui';
import { formatBytes, useMessages } from '@colloquy/web-kit';
import { useRef, useState } from 'react';
import classes from '../collections.module.css';
import { takeFiles, type CollectionLimits } from './take-files.ts';

interface DropAreaProps {
  limits: CollectionLimits | null;
  /** Recordings and files on their way. */
  held: number;
  onFiles: (files: File[]) => void;
  /** Recordings that are there are to be chosen. */
  onPick: () => void;
}

export function DropArea({ limits, held, onFiles, onPick }: DropAreaProps) {
  const { t } = useMessages('collections');
  const choose = useRef<() => void>(null);
  const [refused, setRefused] = useState<string[]>([]);
  const count = limits?.maxCollectionRecordings ?? 0;
  const full = limits !== null && held >= count;
  const take = (files: File[]) => {
    const { taken, empty, tooLarge, tooMany } = takeFiles(files, limits, held);
    const names = (some: readonly File[]) => some.map(({ name }) => name).join(', ');
    const size = formatBytes(limits?.maxCollectionFileBytes ?? 0);
    setRefused([
      ...(empty.length > 0 ? [t('drop.empty', { names: names(empty) })] : []),
      ...(tooLarge.length > 0 ? [t('drop.tooLarge', { size, names: names(tooLarge) })] : []),
      ...(tooMany.length > 0 ? [t('drop.tooMany', { room: taken.length, names: names(tooMany) })] : []),
    ]);
    if (taken.length > 0) onFiles(taken);
  };
  return (
    <>
      <Dropzone
        openRef={choose}
        onDrop={take}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        disabled={full}
        className={classes.drop}
        inputProps={{ 'aria-label': t('drop.label') }}
        tabIndex={-1}
        role="group"
        aria-label={t('drop.label')}
      >
        <Stack align="center" gap={6}>
          {full ? (
            <Text size="sm" c="dimmed">
              {t('drop.full', { count })}
            </Text>
          ) : (
            <>
              <Text fw={600}>{t('drop.title')}</Text>
              <Group gap="xs" justify="center">
                <Button size="sm" onClick={() => choose.current?.()}>
                  {t('drop.choose')}
                </Button>
                <Button size="sm" variant="default" onClick={onPick}>
                  {t('pick.open')}
                </Button>
              </Group>
              {limits && (
                <Text size="sm" c="dimmed" ta="center">
                  {t('drop.limits', { count, size: formatBytes(limits.maxCollectionFileBytes) })}
                </Text>
              )}
            </>
          )}
        </Stack>
      </Dropzone>
      {refused.length > 0 && (
        <Alert
          color="orange"
          role="alert"
          icon={<IconInfoCircle size={18} />}
          withCloseButton
          closeButtonLabel={t('common:close')}
          onClose={() => setRefused([])}
        >
          {refused.map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
        </Alert>
      )}
    </>
  );
}
