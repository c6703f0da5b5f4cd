import { Button, FileButton, IconUpload, toast, told } from '@colloquy/ui';
import { titleFromFileName } from '@colloquy/ui/uploads';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { PersonRowFragment } from '../gql/graphql.ts';
import { EnrolRecordingMutation, UploadClipMutation } from './enrolment.operations.ts';

/** A page that anybody may embed cannot set a header: by it the gateway knows that a form was meant. */
const MEANT = { fetchOptions: { headers: { 'apollo-require-preflight': 'true' } } };
const LONGEST_TITLE = 200;

interface EnrolClipProps {
  readonly person: PersonRowFragment;
  onEnrolled(): void;
}

/** Uploads a clip in which the person speaks alone; it becomes a recording, and a sample when it has been processed. */
export function EnrolClip({ person: { id, name }, onEnrolled }: EnrolClipProps) {
  const { t } = useMessages('people');
  const [busy, setBusy] = useState(false);
  const [, upload] = useMutation(UploadClipMutation);
  const [, enrol] = useMutation(EnrolRecordingMutation);
  const take = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    const called = t('enrol.clipTitle', { name, file: titleFromFileName(file.name) });
    const title = [...called].slice(0, LONGEST_TITLE).join('');
    const sent = await upload({ file, input: { title } }, MEANT);
    const recording = told(sent.data?.uploadRecording, sent.error);
    if (recording) {
      const enrolled = await enrol({ profileId: id, recordingId: recording.id });
      if (told(enrolled.data?.enrolRecording, enrolled.error)) {
        toast.done({ message: t('enrol.taken', { name }) });
        onEnrolled();
      }
    }
    setBusy(false);
  };
  return (
    <FileButton accept="audio/*,video/*" onChange={(file) => void take(file)}>
      {(props) => (
        <Button
          {...props}
          size="xs"
          variant="default"
          loading={busy}
          leftSection={<IconUpload size={15} stroke={1.75} />}
        >
          {t('enrol.clip')}
        </Button>
      )}
    </FileButton>
  );
}
