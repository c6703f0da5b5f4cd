import {
  Alert,
  Button,
  IconFileImport,
  List,
  PageHeader,
  SampleButton,
  Stack,
  Title,
  useDisclosure,
} from '@colloquy/ui';
import { formatBytes, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { refusalOf, type FileRefusal } from './check/check-file.ts';
import { DetailsForm } from './details/details-form.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { DropArea } from './page/drop-area.tsx';
import { UnderWayList } from './page/under-way-list.tsx';
import { UnfinishedList } from './page/unfinished-list.tsx';
import { UploadCard } from './page/upload-card.tsx';
import classes from './page/upload.module.css';
import { useCreation } from './page/use-creation.ts';
import { titlesOf, type RecordingDetails, useUploadQueue } from '@colloquy/ui/uploads';
import { UploadLimitsQuery } from './upload.operations.ts';

interface RefusedFile {
  name: string;
  reason: FileRefusal;
}

const nothingSaid: RecordingDetails = {
  title: '',
  language: '',
  expectedSpeakers: null,
  recordedAt: null,
};

export default function UploadTab() {
  const { t } = useMessages('upload');
  const { queue, items } = useUploadQueue();
  const { createRecording } = useCreation();
  const client = useClient();
  const [{ data }] = useQuery({ query: UploadLimitsQuery });
  const limits = data?.uploadLimits ?? null;
  const [details, setDetails] = useState(nothingSaid);
  const [refused, setRefused] = useState<RefusedFile[]>([]);
  const [importing, importDialog] = useDisclosure(false);

  const take = async (files: readonly File[]) => {
    // Files may come before the limits have; the same question is not sent twice.
    const { data: answer } = await client.query(UploadLimitsQuery, {}).toPromise();
    const turnedAway: RefusedFile[] = [];
    const taken: File[] = [];
    for (const file of files) {
      const reason = refusalOf(file, answer?.uploadLimits ?? null);
      if (reason) turnedAway.push({ name: file.name, reason });
      else taken.push(file);
    }
    const titles = titlesOf(
      taken.map(({ name }) => name),
      details.title,
    );
    taken.forEach((file, index) =>
      queue.add(file, { ...details, title: titles[index] ?? file.name }, createRecording),
    );
    setRefused(turnedAway);
    // A title is meant for what it was given to; a language holds for the next files too.
    if (taken.length > 0) setDetails((known) => ({ ...known, title: '' }));
  };

  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconFileImport size={17} stroke={1.75} />}
              onClick={importDialog.open}
            >
              {t('import.open')}
            </Button>
            <SampleButton />
          </>
        }
      />
      <Stack gap="lg">
        <DropArea limits={limits} compact={items.length > 0} onFiles={(files) => void take(files)} />
        {refused.length > 0 && (
          <Alert
            role="alert"
            color="red"
            title={t('refused.title')}
            withCloseButton
            closeButtonLabel={t('common:close')}
            onClose={() => setRefused([])}
          >
            <List size="sm">
              {refused.map(({ name, reason }) => (
                <List.Item key={name}>
                  {t(`refused.${reason}Named`, { name, size: formatBytes(limits?.maxUploadBytes ?? 0) })}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        <UnfinishedList items={items} onFile={(file) => void take([file])} />
        {items.length > 0 && (
          <section aria-labelledby="queue-heading">
            <Title order={2} size="h3" id="queue-heading" mb="sm">
              {t('queue')}
            </Title>
            <ul className={classes.list}>
              {items.map((item) => (
                <UploadCard key={item.id} item={item} queue={queue} />
              ))}
            </ul>
          </section>
        )}
        <UnderWayList items={items} />
        <section className={classes.side} aria-labelledby="details-heading">
          <Title order={2} size="h3" id="details-heading" mb="sm">
            {t('details.title')}
          </Title>
          <DetailsForm
            details={details}
            onChange={(changes) => setDetails((known) => ({ ...known, ...changes }))}
          />
        </section>
      </Stack>
      <ImportDialog opened={importing} onClose={importDialog.close} queue={queue} />
    </>
  );
}
