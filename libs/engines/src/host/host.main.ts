/** The engine process: answers one request at a time over the IPC channel and goes when its parent goes. */
import { setImmediate } from 'node:timers/promises';
import type { Breathe, HostReply, HostRequest, HostTasks, TaskName } from './host.protocol.ts';
import { detectSpeech } from './tasks/detect-speech.task.ts';
import { diarizeSegmented } from './tasks/diarize-segmented.task.ts';
import { diarizeWindows } from './tasks/diarize-windows.task.ts';
import { embedVoices } from './tasks/embed-voices.task.ts';
import { recognizeOffline } from './tasks/recognize-offline.task.ts';
import { recognizeStreaming } from './tasks/recognize-streaming.task.ts';

const tasks: {
  [T in TaskName]: (input: HostTasks[T]['input'], breathe: Breathe) => Promise<HostTasks[T]['output']>;
} = {
  'detect-speech': detectSpeech,
  'embed-voices': embedVoices,
  'diarize-windows': diarizeWindows,
  'diarize-segmented': diarizeSegmented,
  'recognize-streaming': recognizeStreaming,
  'recognize-offline': recognizeOffline,
};

const reply = (message: HostReply) => process.send?.(message);

const breathe: Breathe = async (fraction) => {
  reply({ kind: 'progress', fraction });
  await setImmediate();
};

async function answer({ task, input }: HostRequest): Promise<void> {
  try {
    // The request type ties each task to its input; the table's values cannot express that.
    const run = tasks[task] as (
      input: HostRequest['input'],
      breathe: Breathe,
    ) => Promise<HostTasks[TaskName]['output']>;
    reply({ kind: 'result', value: await run(input, breathe) });
  } catch (error) {
    reply({ kind: 'error', message: error instanceof Error ? error.message : String(error) });
  }
}

process.on('message', (request: HostRequest) => void answer(request));
process.on('disconnect', () => process.exit());
