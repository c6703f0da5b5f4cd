import {
  Button,
  FileButton,
  Group,
  IconFileText,
  IconFileMusic,
  Modal,
  ProblemAlert,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  type ProblemValue,
} from '@colloquy/ui';
import { formatBytes, useMessages, useNavigateToRecording } from '@colloquy/web-kit';
import { useState } from 'react';
import type { TranscriptFormat } from '../gql/graphql.ts';
import { useCreation } from '../page/use-creation.ts';
import { titleFromFileName, type UploadQueue } from '@colloquy/ui/uploads';
import { guessFormat } from './transcript-format.ts';

const FORMATS: readonly TranscriptFormat[] = ['WEBVTT', 'SRT', 'JSON', 'TEXT'];
const MOST_BYTES = 20_000_000;
const ACCEPTED = '.vtt,.srt,.json,.txt,text/vtt,text/plain,application/json';

interface ImportDialogProps {
  opened: boolean;
  onClose: () => void;
  queue: UploadQueue;
}

/** Brings a transcript that exists already, pasted or as a file, with its audio when there is one. */
export function ImportDialog({ opened, onClose, queue }: ImportDialogProps) {
  const { t } = useMessages('upload');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('import.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ImportForm onClose={onClose} queue={queue} />
    </Modal>
  );
}

function ImportForm({ onClose, queue }: Omit<ImportDialogProps, 'opened'>) {
  const { t } = useMessages('upload');
  const { importTranscript } = useCreation();
  const openRecording = useNavigateToRecording();
  const [title, setTitle] = useState('');
  /** The title as a file gave it: another file may replace it, what was typed stays. */
  const [fileTitle, setFileTitle] = useState('');
  const [content, setContent] = useState('');
  const [format, setFormat] = useState<TranscriptFormat>('TEXT');
  const [audio, setAudio] = useState<File | null>(null);
  const [problem, setProblem] = useState<ProblemValue | null>(null);
  const [sending, setSending] = useState(false);

  const take = (text: string, fileName?: string) => {
    setProblem(null);
    setContent(text);
    setFormat(guessFormat(text, fileName));
    if (!fileName || (title && title !== fileTitle)) return;
    setTitle(titleFromFileName(fileName));
    setFileTitle(titleFromFileName(fileName));
  };
  const takeFile = async (file: File | null) => {
    if (!file) return;
    if (file.size <= MOST_BYTES) return take(await file.text(), file.name);
    const recovery = [t('import.tooLargeAdvice')];
    setProblem({ code: 'IMPORT_TOO_LARGE', message: t('import.tooLarge'), troubleshooting: [], recovery });
  };
  const send = async () => {
    setProblem(null);
    const input = { title: title.trim(), format, content };
    if (audio) {
      const details = { title: input.title, language: '', expectedSpeakers: null, recordedAt: null };
      queue.add(audio, details, (uploadId, { title: latest }) =>
        importTranscript({ ...input, title: latest || input.title, uploadId }),
      );
      return onClose();
    }
    setSending(true);
    const result = await importTranscript(input);
    setSending(false);
    if (result === 'unreachable') {
      const recovery = [t('common:problem.networkRecovery')];
      setProblem({ code: 'NETWORK', message: t('common:problem.network'), troubleshooting: [], recovery });
    } else if ('problem' in result) {
      setProblem(result.problem);
    } else {
      onClose();
      openRecording(result.recordingId);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('import.body')}
        </Text>
        <TextInput
          label={t('import.name')}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <Textarea
          label={t('import.content')}
          placeholder={t('import.placeholder')}
          required
          rows={8}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.8rem' } }}
          value={content}
          onChange={(event) => take(event.currentTarget.value)}
        />
        <Group align="flex-end" gap="sm">
          <FileButton accept={ACCEPTED} onChange={(file) => void takeFile(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileText size={17} stroke={1.75} />}>
                {t('import.chooseTranscript')}
              </Button>
            )}
          </FileButton>
          <FileButton accept="audio/*,video/*" onChange={setAudio}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileMusic size={17} stroke={1.75} />}>
                {audio ? t('import.otherAudio') : t('import.chooseAudio')}
              </Button>
            )}
          </FileButton>
          <Select
            label={t('import.format')}
            w={190}
            allowDeselect={false}
            data={FORMATS.map((value) => ({ value, label: t(`import.formats.${value}`) }))}
            value={format}
            onChange={(value) => setFormat(FORMATS.find((each) => each === value) ?? 'TEXT')}
          />
        </Group>
        {audio && (
          <Text size="sm" c="dimmed">
            {t('import.withAudio', { name: audio.name, size: formatBytes(audio.size) })}
          </Text>
        )}
        {problem && <ProblemAlert problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={sending} disabled={!title.trim() || !content.trim()}>
            {t('import.action')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
