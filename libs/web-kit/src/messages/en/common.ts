/** Words used on every page. */
export const common = {
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  delete: 'Delete',
  undo: 'Undo',
  loading: 'Loading',
  sample: 'Try the sample conversation',
  problem: {
    whatToLookAt: 'What to look at',
    whatToDo: 'What to do',
    unexpected: 'Something went wrong on the way. Nothing you did is lost.',
    network: 'The server could not be reached.',
    networkRecovery: 'Check that Colloquy is running and that you are online, then try again.',
  },
  status: {
    UPLOADED: 'Uploaded',
    QUEUED: 'Waiting',
    PROCESSING: 'Processing',
    READY: 'Ready',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
  },
  stage: {
    PROBE: 'Checking the file',
    DECODE: 'Decoding the audio',
    DETECT_SPEECH: 'Measuring the audio',
    DIARIZE: 'Telling the speakers apart',
    TRANSCRIBE: 'Writing down what was said',
    ALIGN: 'Joining words and speakers',
    PUBLISH: 'Preparing the transcript',
  },
} as const;
