import { Button, FileButton, Group, Paper, Stack, Text, Title, toast } from '@colloquy/ui';
import { formatAgo, formatBytes, useMessages } from '@colloquy/web-kit';
import { useEffect, useState } from 'react';
import { forgetUnfinished, unfinishedUploads, type UnfinishedUpload } from '../queue/unfinished-uploads.ts';
import type { UploadItem } from '@colloquy/ui/uploads';

interface UnfinishedListProps {
  items: readonly UploadItem[];
  onFile: (file: File) => void;
}

/** Uploads a reload interrupted: a page may not open the file again by itself, so the user chooses it. */
export function UnfinishedList({ items, onFile }: UnfinishedListProps) {
  const { t } = useMessages('upload');
  const [unfinished, setUnfinished] = useState<UnfinishedUpload[]>([]);
  const inQueue = items.map(({ fileName, sizeBytes }) => `${fileName}/${sizeBytes}`).join('\n');
  useEffect(() => {
    let stopped = false;
    void unfinishedUploads(items).then((found) => !stopped && setUnfinished(found));
    return () => {
      stopped = true;
    };
    // Only which files are in the queue matters here, not how far they are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [inQueue]);
  if (unfinished.length === 0) return null;

  const goOn = (upload: UnfinishedUpload, file: File | null) => {
    if (!file) return;
    if (file.name === upload.fileName && file.size === upload.sizeBytes) onFile(file);
    else toast.failed({ message: t('unfinished.otherFile', { name: upload.fileName }) });
  };
  const forget = (upload: UnfinishedUpload) => {
    setUnfinished((known) => known.filter(({ key }) => key !== upload.key));
    void forgetUnfinished(upload);
  };
  return (
    <Paper p="md" radius="lg" bg="var(--cq-surface)">
      <Title order={2} size="h3">
        {t('unfinished.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('unfinished.body')}
      </Text>
      <Stack gap="sm">
        {unfinished.map((upload) => (
          <Group key={upload.key} justify="space-between" gap="sm">
            <div style={{ minWidth: 0, flex: '1 1 14rem' }}>
              <Text size="sm" fw={550} truncate>
                {upload.fileName}
              </Text>
              <Text size="xs" c="dimmed">
                {formatBytes(upload.sizeBytes)} ·{' '}
                {t('unfinished.started', { ago: formatAgo(upload.startedAt) })}
              </Text>
            </div>
            <Group gap="xs">
              <FileButton onChange={(file) => goOn(upload, file)}>
                {(props) => (
                  <Button
                    {...props}
                    size="xs"
                    variant="light"
                    aria-label={t('unfinished.chooseOf', { name: upload.fileName })}
                  >
                    {t('unfinished.choose')}
                  </Button>
                )}
              </FileButton>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                aria-label={t('unfinished.forgetOf', { name: upload.fileName })}
                onClick={() => forget(upload)}
              >
                {t('unfinished.forget')}
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
