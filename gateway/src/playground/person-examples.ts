import { variables, type Example } from './example.ts';
import { PROFILE_ID, RECORDING_ID, SPEAKER_ID } from './known-ids.ts';

/** Who is the same person in every recording. */
export const personExamples: Example[] = [
  {
    query: `# Has voices kept and recognised from now on, with the reason written down: they are biometric data.
mutation RecogniseVoices($input: SetVoiceProfilesInput!) {
  setVoiceProfiles(input: $input) {
    ... on VoiceProfileSettings { enabled reason changedBy changedAt }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({
      input: { enabled: true, reason: 'Everybody who is recorded has agreed in writing.' },
    }),
  },
  {
    query: `# Makes a speaker a person who is recognised in other recordings; segmentIds instead of speakerId rests it on segments.
mutation KnowVoice($input: CreateSpeakerProfileInput!) {
  createSpeakerProfile(input: $input) {
    ... on SpeakerProfile { id name samples { id pending } }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ input: { name: 'Ada', speakerId: SPEAKER_ID } }),
  },
  {
    query: `# The people whose voices are known, what each rests on and what there is to do about it.
query People {
  speakerProfiles(first: 20) {
    totalCount
    edges {
      node {
        id
        name
        recordingCount
        health { state spread outlierCount confusable { similarity profile { name } } }
        samples { id origin speechMs similarity pending problem { message recovery } recording { title } }
        enrolments { recording { id title } problem { message recovery } }
      }
    }
  }
}
`,
  },
  {
    query: `# Who the speakers of a recording are found to be, how certain that is, and who else they may be.
query Identification($id: ID!) {
  recording(id: $id) {
    transcript {
      speakers {
        id
        displayName
        profile { id name }
        identification {
          outcome
          confidence
          similarity
          model
          draft
          decidedBy
          alternatives { confidence profile { name } }
        }
      }
    }
  }
}
`,
    variables: variables({ id: RECORDING_ID }),
  },
  {
    query: `# Speakers who may be somebody known: confirm each with assignSpeakerProfile, or reject it.
query InQuestion {
  speakersInQuestion(first: 20) {
    totalCount
    edges {
      node { id displayName recording { title } identification { confidence profile { id name } } }
    }
  }
}
`,
  },
  {
    query: `# Says that a speaker is a known person; rejectIdentification says that they are not.
mutation ConfirmIdentification($speakerId: ID!, $profileId: ID!) {
  assignSpeakerProfile(speakerId: $speakerId, profileId: $profileId) {
    ... on Speaker { id displayName profile { id name } }
    ... on Problem { code message recovery }
  }
}
`,
    variables: variables({ speakerId: SPEAKER_ID, profileId: PROFILE_ID }),
  },
  {
    query: `# What was changed of a person, each with the id that undoSpeakerProfileChange takes back.
query ProfileHistory($id: ID!) {
  speakerProfile(id: $id) {
    name
    history(first: 20) {
      edges { node { id kind author createdAt undone other { name } speakers { displayName } } }
    }
  }
}
`,
    variables: variables({ id: PROFILE_ID }),
  },
];
