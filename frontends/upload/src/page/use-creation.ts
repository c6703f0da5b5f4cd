import { useClient } from 'urql';
import type { ImportTranscriptInput, CreateRecordingMutation as Created } from '../gql/graphql.ts';
import type { RecordingDetails, CreateRecording, CreationResult } from '@colloquy/ui/uploads';
import { CreateRecordingMutation, ImportTranscriptMutation } from '../upload.operations.ts';

const answerOf = (answer: Created['createRecording'] | undefined): CreationResult => {
  if (!answer) return 'unreachable';
  return answer.__typename === 'Problem'
    ? { problem: answer }
    : { recordingId: answer.id, duplicateOf: answer.duplicateOf ?? null };
};

/** The last step of an upload, as the queue asks for it. */
export function useCreation() {
  const client = useClient();
  const createRecording: CreateRecording = async (uploadId, details) => {
    const { data } = await client.mutation(CreateRecordingMutation, {
      input: { uploadId, ...inputOf(details) },
    });
    return answerOf(data?.createRecording);
  };
  const importTranscript = async (input: ImportTranscriptInput): Promise<CreationResult> => {
    const { data } = await client.mutation(ImportTranscriptMutation, { input });
    return answerOf(data?.importTranscript);
  };
  return { createRecording, importTranscript };
}

/** Leaves out what was not said. */
function inputOf({ title, language, expectedSpeakers, recordedAt }: RecordingDetails) {
  return {
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(language ? { language } : {}),
    ...(expectedSpeakers ? { expectedSpeakers } : {}),
    ...(recordedAt ? { recordedAt } : {}),
  };
}
