import { graphql } from '../gql/index.ts';

/** Fields as lists show them: the cache spreads each change to wherever the recording is on screen. */
export const RecordingsLiveSubscription = graphql(/* GraphQL */ `
  subscription RecordingsLive {
    recordingsStatusChanged {
      recordingId
      status
      recording {
        id
        title
        status
        durationMs
        processing {
          stage
          progress
          message
          waiting
          etaSeconds
          attempt
          startedAt
          finishedAt
        }
        problem {
          code
          message
          troubleshooting
          recovery
        }
      }
    }
  }
`);
