import type { Transfer, TransferEvents } from './transfer.ts';
import type { RecordingDetails } from './upload-item.ts';
import { UploadQueue, type CreationResult } from './upload-queue.ts';

const details: RecordingDetails = {
  title: 'Interview',
  language: '',
  expectedSpeakers: null,
  recordedAt: null,
};
const problem = { code: 'UPLOAD_NOT_AUDIO', message: 'No audio.', troubleshooting: [], recovery: [] };

/** A queue over transfers that do what the test says. */
function queueOf(create: (uploadId: string, details: RecordingDetails) => Promise<CreationResult>) {
  const transfers: { events: TransferEvents; calls: string[] }[] = [];
  let clock = 0;
  const queue = new UploadQueue(
    (_file, events): Transfer => {
      const calls: string[] = [];
      transfers.push({ events, calls });
      return {
        start: () => calls.push('start'),
        pause: () => calls.push('pause'),
        abandon: async () => void calls.push('abandon'),
        settle: async () => void calls.push('settle'),
      };
    },
    (status) => ({ ...problem, code: `HTTP_${status}` }),
    () => clock,
  );
  const add = (name: string) => queue.add(new File(['12345678'], name), details, create);
  const item = (id: string) => queue.items().find((each) => each.id === id);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { queue, transfers, add, item, settled, tick: (ms: number) => (clock += ms) };
}

const made = async (): Promise<CreationResult> => ({ recordingId: 'r1', duplicateOf: null });

test('sends three files at once and the fourth when one of them is through', async () => {
  const { transfers, add, item, settled } = queueOf(made);
  const ids = ['a', 'b', 'c', 'd'].map((name) => add(`${name}.mp3`));
  expect(ids.map((id) => item(id)?.phase)).toEqual(['uploading', 'uploading', 'uploading', 'waiting']);
  transfers[1]?.events.onDone('u2');
  await settled();
  expect(ids.map((id) => item(id)?.phase)).toEqual(['uploading', 'created', 'uploading', 'uploading']);
  expect(transfers[1]?.calls).toEqual(['start', 'settle']);
});

test('a paused upload makes room for another and goes on when asked', () => {
  const { queue, transfers, add, item } = queueOf(made);
  const [first = '', , , fourth = ''] = ['a', 'b', 'c', 'd'].map((name) => add(`${name}.mp3`));
  queue.pause(first);
  expect(item(first)?.phase).toBe('paused');
  expect(item(fourth)?.phase).toBe('uploading');
  queue.resume(first);
  expect(item(first)?.phase).toBe('waiting');
  transfers[3]?.events.onInterrupted();
  expect(item(first)?.phase).toBe('uploading');
  expect(transfers[0]?.calls).toEqual(['start', 'pause', 'start']);
});

test('shows what is sent and how fast, and ignores progress that arrives after a pause', () => {
  const { queue, transfers, add, item, tick } = queueOf(made);
  const id = add('a.mp3');
  transfers[0]?.events.onProgress(1);
  expect(item(id)?.bytesPerSecond).toBeNull();
  tick(1_000);
  transfers[0]?.events.onProgress(5);
  expect(item(id)).toMatchObject({ sentBytes: 5, bytesPerSecond: 4 });
  queue.pause(id);
  transfers[0]?.events.onProgress(8);
  expect(item(id)).toMatchObject({ phase: 'paused', sentBytes: 5, bytesPerSecond: null });
});

test('the details given while it uploads are the ones the recording is made with', async () => {
  const seen: RecordingDetails[] = [];
  const { queue, transfers, add, settled } = queueOf(async (_uploadId, given) => {
    seen.push(given);
    return made();
  });
  const id = add('a.mp3');
  queue.describe(id, { title: 'Renamed' });
  transfers[0]?.events.onDone('u1');
  await settled();
  queue.describe(id, { title: 'Too late' });
  expect(seen).toEqual([{ ...details, title: 'Renamed' }]);
  expect(queue.items()[0]?.details.title).toBe('Renamed');
});

test.each([
  ['for its details', 'TITLE_TOO_LONG', 'abandon'],
  ['for its content, which the server removed', 'UPLOAD_NOT_AUDIO', 'settle'],
])('a refusal %s says why and leaves nothing on the server', async (_why, code, cleaning) => {
  const refusal = { ...problem, code };
  const { queue, transfers, add, item, settled } = queueOf(async () => ({ problem: refusal }));
  const id = add('notes.mp3');
  transfers[0]?.events.onDone('u1');
  await settled();
  expect(item(id)).toMatchObject({ phase: 'refused', problem: refusal });
  await queue.remove(id);
  expect(transfers[0]?.calls).toEqual(['start', cleaning]);
});

test('when the server is gone just as the bytes are through, only the last step is tried again', async () => {
  const answers: CreationResult[] = ['unreachable', { recordingId: 'r9', duplicateOf: null }];
  const { queue, transfers, add, item, settled } = queueOf(async () => answers.shift() ?? { problem });
  const id = add('a.mp3');
  transfers[0]?.events.onDone('u1');
  await settled();
  expect(item(id)?.phase).toBe('interrupted');
  queue.resumeInterrupted();
  await settled();
  expect(item(id)).toMatchObject({ phase: 'created', recordingId: 'r9' });
  expect(transfers[0]?.calls).toEqual(['start', 'settle']);
});

test('taking a finished one off the list keeps its recording; giving up an unfinished one removes its bytes', async () => {
  const { queue, transfers, add, settled } = queueOf(made);
  const done = add('a.mp3');
  const given = add('b.mp3');
  transfers[0]?.events.onDone('u1');
  await settled();
  await queue.remove(done);
  await queue.remove(given);
  expect(queue.items()).toEqual([]);
  expect(transfers[0]?.calls).not.toContain('abandon');
  expect(transfers[1]?.calls).toContain('abandon');
});
