import { ColloquyError } from '../graph/colloquy-error.ts';

export function notThere(): never {
  throw new ColloquyError({
    code: 'TRANSCRIPT_NOT_THERE',
    message: 'There is no such recording, or it has no transcript yet.',
    troubleshooting: ['Look at the status of the recording.'],
    recovery: ['Wait until it is READY, or choose another recording.'],
  });
}
