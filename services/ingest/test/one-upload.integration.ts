import { audio, removeMadeAudio, RunningIngest, type Answer } from './running-ingest.ts';

let ingest: RunningIngest;
beforeAll(async () => {
  ingest = await RunningIngest.start();
}, 90_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});

const importWith = (uploadId: string): Promise<Answer> =>
  ingest.mutate('importTranscript', 'ImportTranscriptInput!', {
    title: 'Imported',
    format: 'TEXT',
    content: 'Anna: Good morning.',
    uploadId,
  });

it('an upload imported by several requests at once, or again, becomes one recording', async () => {
  const uploadId = await ingest.upload(audio(3, 'mp3'), 'call.mp3');
  const answers = await Promise.all(Array.from({ length: 4 }, () => importWith(uploadId)));
  answers.push(await importWith(uploadId), await ingest.create(uploadId));
  expect(answers[0]).toMatchObject({ __typename: 'Recording', source: 'IMPORT', fileName: 'call.mp3' });
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

it('one that is imported and created at once becomes one recording, and no transcript is lost silently', async () => {
  const uploadId = await ingest.upload(audio(3, 'mp3'), 'call.mp3');
  const [created, ...imported] = await Promise.all([
    ingest.create(uploadId),
    ...Array.from({ length: 4 }, () => importWith(uploadId)),
  ]);
  expect(created).toMatchObject({ __typename: 'Recording' });
  for (const answer of imported)
    expect(answer).toMatchObject(
      created?.source === 'IMPORT' ? { id: created.id } : { code: 'UPLOAD_TAKEN' },
    );
});

it.each(['\u0000', '', '../secrets', 'f'.repeat(32)])('%j names no upload', async (uploadId) => {
  expect(await ingest.create(uploadId)).toMatchObject({ code: 'UPLOAD_NOT_FOUND' });
  if (uploadId) expect(await importWith(uploadId)).toMatchObject({ code: 'UPLOAD_NOT_FOUND' });
});
