import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { toast } from '../components/toast.tsx';
import { Button, Group, Modal, Skeleton, Stack, Text } from '../mantine.ts';
import { ExpectedSpeakersInput, LanguageSelect } from './engine-hints.tsx';
import { ProcessAgainMutation, ProcessedWithQuery } from './process-again.operations.ts';

interface ProcessAgainDialogProps {
  recording: { readonly id: string; readonly title: string; readonly status: string };
  opened: boolean;
  onClose: () => void;
  onBegun?: (() => void) | undefined;
}

interface Hints {
  readonly language: string | null;
  readonly expectedSpeakers: number | null;
}

/** What a recording without speech is said to be in. */
const NO_LANGUAGE = 'und';

/** Has a recording processed again: what becomes of what is there, and what to do differently. */
export function ProcessAgainDialog({ recording, opened, onClose, onBegun }: ProcessAgainDialogProps) {
  const { t } = useMessages('common');
  // Made when it is first opened: a list has one in each row.
  const [made, setMade] = useState(opened);
  if (opened && !made) setMade(true);
  if (!made) return null;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('again.title', { title: recording.title })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <ProcessAgain recording={recording} onClose={onClose} onBegun={onBegun} />
    </Modal>
  );
}

function ProcessAgain({
  recording: { id, title, status },
  onClose,
  onBegun,
}: Omit<ProcessAgainDialogProps, 'opened'>) {
  const { t } = useMessages('common');
  const [{ data, error, fetching }, ask] = useQuery({
    query: ProcessedWithQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const [changes, setChanges] = useState<Partial<Hints>>({});
  const [{ data: answer, error: failure, fetching: sending }, process] = useMutation(ProcessAgainMutation);
  const before = data?.recording;
  const hints: Hints = {
    language: before?.language === NO_LANGUAGE ? null : (before?.language ?? null),
    expectedSpeakers: before?.expectedSpeakers ?? null,
    ...changes,
  };
  const change = (hint: Partial<Hints>) => setChanges((old) => ({ ...old, ...hint }));
  const refused = answer?.retryProcessing.__typename === 'Problem' ? answer.retryProcessing : failure;

  const send = async () => {
    const result = await process({ input: { id, ...hints } });
    if (result.data?.retryProcessing.__typename !== 'Recording') return;
    toast.done({ message: t('again.begun', { title }) });
    onClose();
    onBegun?.();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t(status === 'READY' ? 'again.body' : 'again.bodyStopped')}</Text>
        {fetching && !before ? (
          <Skeleton h={140} role="status" aria-label={t('loading')} />
        ) : (
          <>
            <ExpectedSpeakersInput
              autoFocus
              description={t('again.speakersHint')}
              value={hints.expectedSpeakers}
              onChange={(expectedSpeakers) => change({ expectedSpeakers })}
            />
            <LanguageSelect
              description={t('again.languageHint')}
              value={hints.language}
              onChange={(language) => change({ language })}
            />
          </>
        )}
        {error && !before && (
          <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        )}
        {refused && <ProblemAlert problem={refused} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={sending} disabled={!before}>
            {t('again.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
