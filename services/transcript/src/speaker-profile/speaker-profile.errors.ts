import { ExpectedError } from '@colloquy/subgraph';

export const voiceProfilesOff = (): ExpectedError =>
  new ExpectedError({
    code: 'VOICE_PROFILES_OFF',
    message: 'Voice profiles are off in this workspace: nobody is known by their voice.',
    troubleshooting: ['A voice that tells who somebody is falls under the law of biometric data.'],
    recovery: [
      'Turn voice profiles on and write down why you may keep voices, or go on naming speakers by hand.',
    ],
  });

export const voiceProfilesReasonMissing = (): ExpectedError =>
  new ExpectedError({
    code: 'VOICE_PROFILES_REASON_MISSING',
    message: 'Voice profiles are turned on with a reason of 10 to 2,000 characters.',
    troubleshooting: ['Voices are biometric data; whoever keeps them must be able to say why they may.'],
    recovery: ['Write down what allows it, for example the consent of the people who are recorded.'],
  });

export const speakerProfileNotFound = (id: string): ExpectedError =>
  new ExpectedError({
    code: 'SPEAKER_PROFILE_NOT_FOUND',
    message: `There is no speaker profile ${id}.`,
    troubleshooting: ['It may have been merged into another or deleted meanwhile.'],
    recovery: ['Load the list again.'],
  });

export const speakerProfileNameMissing = (): ExpectedError =>
  new ExpectedError({
    code: 'SPEAKER_PROFILE_NAME_MISSING',
    message: 'A profile needs a name.',
    recovery: ['Say what the person is called.'],
  });

export const speakerProfileRenamed = (name: string): ExpectedError =>
  new ExpectedError({
    code: 'SPEAKER_PROFILE_EDIT_CONFLICT',
    message: `Somebody has given this person another name meanwhile: they are called “${name}” now.`,
    recovery: ['Give them your name again if it is still right.'],
  });

export const profileChangeNotFound = (id: string): ExpectedError =>
  new ExpectedError({
    code: 'SPEAKER_PROFILE_CHANGE_NOT_FOUND',
    message: `There is no change ${id}.`,
    troubleshooting: ['The profile may have been deleted for good.'],
    recovery: ['Load the history again.'],
  });

export const profileChangeOverlaid = (): ExpectedError =>
  new ExpectedError({
    code: 'SPEAKER_PROFILE_CHANGE_OVERLAID',
    message: 'What this change touched has been changed again since, or cannot be brought back.',
    troubleshooting: ['Deleting a profile is for good; turning profiles on or off is done again by hand.'],
    recovery: ['Undo the later changes first, or make the change by hand.'],
  });

export const nobodyIdentified = (): ExpectedError =>
  new ExpectedError({
    code: 'NOBODY_IDENTIFIED',
    message: 'This speaker is not taken for anybody.',
    troubleshooting: ['Somebody may have said so already.'],
    recovery: ['Load the transcript again.'],
  });

export const sameProfile = (): ExpectedError =>
  new ExpectedError({
    code: 'SAME_SPEAKER_PROFILE',
    message: 'These are one profile already.',
    recovery: ['Choose two different profiles.'],
  });

export const splitEmpty = (): ExpectedError =>
  new ExpectedError({
    code: 'SPEAKER_PROFILE_SPLIT_EMPTY',
    message: 'Some samples must go and some must stay.',
    troubleshooting: [
      'All samples of a speaker go together.',
      'Somebody may have moved or removed samples meanwhile.',
    ],
    recovery: ['Choose some of the samples, or rename the profile.'],
  });

export const voiceSampleNotFound = (id: string): ExpectedError =>
  new ExpectedError({
    code: 'VOICE_SAMPLE_NOT_FOUND',
    message: `There is no sample ${id}.`,
    troubleshooting: ['It may have been removed, or its recording deleted, meanwhile.'],
    recovery: ['Load the profile again.'],
  });

export const enrolmentSegmentsInvalid = (why: string): ExpectedError =>
  new ExpectedError({
    code: 'ENROLMENT_SEGMENTS_INVALID',
    message: why,
    recovery: ['Choose segments of one recording, a second or more in all; ten seconds tell a voice better.'],
  });

export const enrolmentSeveralSpeakers = (count: number): ExpectedError =>
  new ExpectedError({
    code: 'ENROLMENT_SEVERAL_SPEAKERS',
    message:
      count === 0
        ? 'Nobody speaks in this recording.'
        : `${count} people speak in this recording: it does not tell which of them it is.`,
    recovery: ['Open the transcript and say who it is, or choose the segments.'],
  });

export const enrolmentNotFound = (): ExpectedError =>
  new ExpectedError({
    code: 'ENROLMENT_NOT_FOUND',
    message: 'This recording no longer waits to become a sample.',
    troubleshooting: ['It may have become one meanwhile, or somebody took it back.'],
    recovery: ['Load the profile again; a sample can be taken out.'],
  });

export const enrolmentRecordingNotFound = (id: string): ExpectedError =>
  new ExpectedError({
    code: 'ENROLMENT_RECORDING_NOT_FOUND',
    message: `There is no recording ${id}.`,
    troubleshooting: ['It may have been deleted meanwhile, or not be uploaded yet.'],
    recovery: ['Choose another recording.'],
  });
