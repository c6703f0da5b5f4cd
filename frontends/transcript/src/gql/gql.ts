/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment CorrectionOutcome on CorrectionResult {\n    __typename\n    ... on Correction {\n      id\n    }\n    ... on Problem {\n      code\n      message\n      recovery\n    }\n  }\n": typeof types.CorrectionOutcomeFragmentDoc,
    "\n  mutation AssignSpeaker($input: AssignSpeakerInput!) {\n    correction: assignSpeaker(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": typeof types.AssignSpeakerDocument,
    "\n  mutation SplitSegment($input: SplitSegmentInput!) {\n    correction: splitSegment(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": typeof types.SplitSegmentDocument,
    "\n  mutation MergeSegments($input: MergeSegmentsInput!) {\n    correction: mergeSegments(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": typeof types.MergeSegmentsDocument,
    "\n  mutation MoveSegmentBoundary($input: MoveSegmentBoundaryInput!) {\n    correction: moveSegmentBoundary(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": typeof types.MoveSegmentBoundaryDocument,
    "\n  mutation MergeSpeakers($input: MergeSpeakersInput!) {\n    correction: mergeSpeakers(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": typeof types.MergeSpeakersDocument,
    "\n  mutation ReplaceText($input: ReplaceTextInput!) {\n    correction: replaceText(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": typeof types.ReplaceTextDocument,
    "\n  mutation UndoCorrection($id: ID!) {\n    correction: undoCorrection(correctionId: $id) {\n      ...CorrectionOutcome\n    }\n  }\n": typeof types.UndoCorrectionDocument,
    "\n  mutation RestoreTranscript($recordingId: ID!, $version: Int!) {\n    correction: restoreTranscript(recordingId: $recordingId, version: $version) {\n      ...CorrectionOutcome\n    }\n  }\n": typeof types.RestoreTranscriptDocument,
    "\n  query PreviewReplacement($input: ReplaceTextInput!) {\n    previewReplacement(input: $input) {\n      __typename\n      ... on ReplacementPreviews {\n        version\n        totalCount\n        segments {\n          segmentId\n          startMs\n          before\n          after\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n": typeof types.PreviewReplacementDocument,
    "\n  query CorrectionHistory($recordingId: ID!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        corrections(first: 20, after: $after) {\n          totalCount\n          edges {\n            node {\n              id\n              version\n              kind\n              author\n              createdAt\n              undone\n              segmentCount\n              differences {\n                segmentId\n                textBefore\n                textAfter\n                speakerAfter {\n                  id\n                  displayName\n                }\n                added\n                removed\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.CorrectionHistoryDocument,
    "\n  subscription TranscriptPropagation($recordingId: ID!) {\n    propagationChanged(recordingId: $recordingId) {\n      version\n      upToDate\n      consumers {\n        consumer\n        upToDate\n      }\n    }\n  }\n": typeof types.TranscriptPropagationDocument,
    "\n  mutation DismissLeftBehind($ids: [ID!]!) {\n    dismissLeftBehind(ids: $ids)\n  }\n": typeof types.DismissLeftBehindDocument,
    "\n  query FindInTranscript($query: String!, $recordingIds: [ID!]!, $first: Int!, $after: String) {\n    searchSegments(input: { query: $query, recordingIds: $recordingIds }, first: $first, after: $after) {\n      edges {\n        node {\n          segment {\n            id\n            startMs\n          }\n          highlights {\n            start\n            end\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n      matchKind\n    }\n  }\n": typeof types.FindInTranscriptDocument,
    "\n  query TranscriptPage($id: ID!) {\n    recording(id: $id) {\n      ...RecordingHeader\n      transcript {\n        ...TranscriptOverview\n      }\n    }\n  }\n": typeof types.TranscriptPageDocument,
    "\n  fragment RecordingHeader on Recording {\n    id\n    title\n    status\n    source\n    createdAt\n    recordedAt\n    durationMs\n    language\n    audioUrl\n    peaksUrl\n    processing {\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n    }\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    engineRuns {\n      stage\n      engine\n      model\n      version\n      seconds\n    }\n  }\n": typeof types.RecordingHeaderFragmentDoc,
    "\n  fragment TranscriptOverview on Transcript {\n    id\n    version\n    language\n    durationMs\n    segmentCount\n    wordCount\n    speakers {\n      ...SpeakerCard\n    }\n    leftBehind {\n      id\n      startMs\n      speakerName\n      text\n    }\n    exports {\n      format\n      url\n      fileName\n      options\n    }\n  }\n": typeof types.TranscriptOverviewFragmentDoc,
    "\n  subscription TranscriptRecordingStatus($recordingId: ID!) {\n    recordingStatusChanged(recordingId: $recordingId) {\n      recordingId\n      status\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.TranscriptRecordingStatusDocument,
    "\n  subscription TranscriptChanged($recordingId: ID!) {\n    transcriptChanged(recordingId: $recordingId) {\n      recordingId\n      version\n      reason\n      segmentIds\n    }\n  }\n": typeof types.TranscriptChangedDocument,
    "\n  mutation RetryFromTranscript($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ... on Recording {\n        id\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RetryFromTranscriptDocument,
    "\n  query SegmentPage($recordingId: ID!, $first: Int!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        segments(first: $first, after: $after) {\n          edges {\n            cursor\n            node {\n              ...SegmentRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.SegmentPageDocument,
    "\n  fragment SegmentRow on Segment {\n    id\n    startMs\n    endMs\n    text\n    edited\n    version\n    speaker {\n      id\n    }\n  }\n": typeof types.SegmentRowFragmentDoc,
    "\n  query SegmentWords($recordingId: ID!, $first: Int!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        segments(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              version\n              words {\n                text\n                startMs\n                endMs\n                confidence\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SegmentWordsDocument,
    "\n  query OneSegment($id: ID!) {\n    segment(id: $id) {\n      ...SegmentRow\n      words {\n        text\n        startMs\n        endMs\n        confidence\n      }\n    }\n  }\n": typeof types.OneSegmentDocument,
    "\n  mutation EditSegmentText($input: EditSegmentTextInput!) {\n    editSegmentText(input: $input) {\n      __typename\n      ... on Segment {\n        id\n        text\n        edited\n        version\n        lastCorrection {\n          id\n        }\n        words {\n          text\n          startMs\n          endMs\n          confidence\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n": typeof types.EditSegmentTextDocument,
    "\n  fragment ShareLinkRow on ShareLink {\n    id\n    url\n    active\n    audio\n    names\n    createdAt\n    expiresAt\n    revokedAt\n    openCount\n    lastOpenedAt\n  }\n": typeof types.ShareLinkRowFragmentDoc,
    "\n  query ShareLinks($recordingId: ID!) {\n    shareLinks(recordingId: $recordingId) {\n      ...ShareLinkRow\n    }\n  }\n": typeof types.ShareLinksDocument,
    "\n  mutation CreateShareLink($input: CreateShareLinkInput!) {\n    createShareLink(input: $input) {\n      __typename\n      ... on ShareLink {\n        ...ShareLinkRow\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.CreateShareLinkDocument,
    "\n  mutation RevokeShareLink($id: ID!) {\n    revokeShareLink(id: $id) {\n      __typename\n      ... on ShareLink {\n        ...ShareLinkRow\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RevokeShareLinkDocument,
    "\n  fragment SpeakerCard on Speaker {\n    id\n    label\n    name\n    displayName\n    color\n    talkTimeMs\n    share\n    segmentCount\n    suggestedRole\n  }\n": typeof types.SpeakerCardFragmentDoc,
    "\n  mutation RenameSpeaker($input: RenameSpeakerInput!) {\n    renameSpeaker(input: $input) {\n      __typename\n      ... on Speaker {\n        id\n        name\n        displayName\n        lastCorrection {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n": typeof types.RenameSpeakerDocument,
};
const documents: Documents = {
    "\n  fragment CorrectionOutcome on CorrectionResult {\n    __typename\n    ... on Correction {\n      id\n    }\n    ... on Problem {\n      code\n      message\n      recovery\n    }\n  }\n": types.CorrectionOutcomeFragmentDoc,
    "\n  mutation AssignSpeaker($input: AssignSpeakerInput!) {\n    correction: assignSpeaker(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": types.AssignSpeakerDocument,
    "\n  mutation SplitSegment($input: SplitSegmentInput!) {\n    correction: splitSegment(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": types.SplitSegmentDocument,
    "\n  mutation MergeSegments($input: MergeSegmentsInput!) {\n    correction: mergeSegments(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": types.MergeSegmentsDocument,
    "\n  mutation MoveSegmentBoundary($input: MoveSegmentBoundaryInput!) {\n    correction: moveSegmentBoundary(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": types.MoveSegmentBoundaryDocument,
    "\n  mutation MergeSpeakers($input: MergeSpeakersInput!) {\n    correction: mergeSpeakers(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": types.MergeSpeakersDocument,
    "\n  mutation ReplaceText($input: ReplaceTextInput!) {\n    correction: replaceText(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n": types.ReplaceTextDocument,
    "\n  mutation UndoCorrection($id: ID!) {\n    correction: undoCorrection(correctionId: $id) {\n      ...CorrectionOutcome\n    }\n  }\n": types.UndoCorrectionDocument,
    "\n  mutation RestoreTranscript($recordingId: ID!, $version: Int!) {\n    correction: restoreTranscript(recordingId: $recordingId, version: $version) {\n      ...CorrectionOutcome\n    }\n  }\n": types.RestoreTranscriptDocument,
    "\n  query PreviewReplacement($input: ReplaceTextInput!) {\n    previewReplacement(input: $input) {\n      __typename\n      ... on ReplacementPreviews {\n        version\n        totalCount\n        segments {\n          segmentId\n          startMs\n          before\n          after\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n": types.PreviewReplacementDocument,
    "\n  query CorrectionHistory($recordingId: ID!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        corrections(first: 20, after: $after) {\n          totalCount\n          edges {\n            node {\n              id\n              version\n              kind\n              author\n              createdAt\n              undone\n              segmentCount\n              differences {\n                segmentId\n                textBefore\n                textAfter\n                speakerAfter {\n                  id\n                  displayName\n                }\n                added\n                removed\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.CorrectionHistoryDocument,
    "\n  subscription TranscriptPropagation($recordingId: ID!) {\n    propagationChanged(recordingId: $recordingId) {\n      version\n      upToDate\n      consumers {\n        consumer\n        upToDate\n      }\n    }\n  }\n": types.TranscriptPropagationDocument,
    "\n  mutation DismissLeftBehind($ids: [ID!]!) {\n    dismissLeftBehind(ids: $ids)\n  }\n": types.DismissLeftBehindDocument,
    "\n  query FindInTranscript($query: String!, $recordingIds: [ID!]!, $first: Int!, $after: String) {\n    searchSegments(input: { query: $query, recordingIds: $recordingIds }, first: $first, after: $after) {\n      edges {\n        node {\n          segment {\n            id\n            startMs\n          }\n          highlights {\n            start\n            end\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n      matchKind\n    }\n  }\n": types.FindInTranscriptDocument,
    "\n  query TranscriptPage($id: ID!) {\n    recording(id: $id) {\n      ...RecordingHeader\n      transcript {\n        ...TranscriptOverview\n      }\n    }\n  }\n": types.TranscriptPageDocument,
    "\n  fragment RecordingHeader on Recording {\n    id\n    title\n    status\n    source\n    createdAt\n    recordedAt\n    durationMs\n    language\n    audioUrl\n    peaksUrl\n    processing {\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n    }\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    engineRuns {\n      stage\n      engine\n      model\n      version\n      seconds\n    }\n  }\n": types.RecordingHeaderFragmentDoc,
    "\n  fragment TranscriptOverview on Transcript {\n    id\n    version\n    language\n    durationMs\n    segmentCount\n    wordCount\n    speakers {\n      ...SpeakerCard\n    }\n    leftBehind {\n      id\n      startMs\n      speakerName\n      text\n    }\n    exports {\n      format\n      url\n      fileName\n      options\n    }\n  }\n": types.TranscriptOverviewFragmentDoc,
    "\n  subscription TranscriptRecordingStatus($recordingId: ID!) {\n    recordingStatusChanged(recordingId: $recordingId) {\n      recordingId\n      status\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.TranscriptRecordingStatusDocument,
    "\n  subscription TranscriptChanged($recordingId: ID!) {\n    transcriptChanged(recordingId: $recordingId) {\n      recordingId\n      version\n      reason\n      segmentIds\n    }\n  }\n": types.TranscriptChangedDocument,
    "\n  mutation RetryFromTranscript($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ... on Recording {\n        id\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RetryFromTranscriptDocument,
    "\n  query SegmentPage($recordingId: ID!, $first: Int!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        segments(first: $first, after: $after) {\n          edges {\n            cursor\n            node {\n              ...SegmentRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.SegmentPageDocument,
    "\n  fragment SegmentRow on Segment {\n    id\n    startMs\n    endMs\n    text\n    edited\n    version\n    speaker {\n      id\n    }\n  }\n": types.SegmentRowFragmentDoc,
    "\n  query SegmentWords($recordingId: ID!, $first: Int!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        segments(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              version\n              words {\n                text\n                startMs\n                endMs\n                confidence\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.SegmentWordsDocument,
    "\n  query OneSegment($id: ID!) {\n    segment(id: $id) {\n      ...SegmentRow\n      words {\n        text\n        startMs\n        endMs\n        confidence\n      }\n    }\n  }\n": types.OneSegmentDocument,
    "\n  mutation EditSegmentText($input: EditSegmentTextInput!) {\n    editSegmentText(input: $input) {\n      __typename\n      ... on Segment {\n        id\n        text\n        edited\n        version\n        lastCorrection {\n          id\n        }\n        words {\n          text\n          startMs\n          endMs\n          confidence\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n": types.EditSegmentTextDocument,
    "\n  fragment ShareLinkRow on ShareLink {\n    id\n    url\n    active\n    audio\n    names\n    createdAt\n    expiresAt\n    revokedAt\n    openCount\n    lastOpenedAt\n  }\n": types.ShareLinkRowFragmentDoc,
    "\n  query ShareLinks($recordingId: ID!) {\n    shareLinks(recordingId: $recordingId) {\n      ...ShareLinkRow\n    }\n  }\n": types.ShareLinksDocument,
    "\n  mutation CreateShareLink($input: CreateShareLinkInput!) {\n    createShareLink(input: $input) {\n      __typename\n      ... on ShareLink {\n        ...ShareLinkRow\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.CreateShareLinkDocument,
    "\n  mutation RevokeShareLink($id: ID!) {\n    revokeShareLink(id: $id) {\n      __typename\n      ... on ShareLink {\n        ...ShareLinkRow\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RevokeShareLinkDocument,
    "\n  fragment SpeakerCard on Speaker {\n    id\n    label\n    name\n    displayName\n    color\n    talkTimeMs\n    share\n    segmentCount\n    suggestedRole\n  }\n": types.SpeakerCardFragmentDoc,
    "\n  mutation RenameSpeaker($input: RenameSpeakerInput!) {\n    renameSpeaker(input: $input) {\n      __typename\n      ... on Speaker {\n        id\n        name\n        displayName\n        lastCorrection {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n": types.RenameSpeakerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CorrectionOutcome on CorrectionResult {\n    __typename\n    ... on Correction {\n      id\n    }\n    ... on Problem {\n      code\n      message\n      recovery\n    }\n  }\n"): (typeof documents)["\n  fragment CorrectionOutcome on CorrectionResult {\n    __typename\n    ... on Correction {\n      id\n    }\n    ... on Problem {\n      code\n      message\n      recovery\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignSpeaker($input: AssignSpeakerInput!) {\n    correction: assignSpeaker(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"): (typeof documents)["\n  mutation AssignSpeaker($input: AssignSpeakerInput!) {\n    correction: assignSpeaker(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SplitSegment($input: SplitSegmentInput!) {\n    correction: splitSegment(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"): (typeof documents)["\n  mutation SplitSegment($input: SplitSegmentInput!) {\n    correction: splitSegment(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeSegments($input: MergeSegmentsInput!) {\n    correction: mergeSegments(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"): (typeof documents)["\n  mutation MergeSegments($input: MergeSegmentsInput!) {\n    correction: mergeSegments(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveSegmentBoundary($input: MoveSegmentBoundaryInput!) {\n    correction: moveSegmentBoundary(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"): (typeof documents)["\n  mutation MoveSegmentBoundary($input: MoveSegmentBoundaryInput!) {\n    correction: moveSegmentBoundary(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeSpeakers($input: MergeSpeakersInput!) {\n    correction: mergeSpeakers(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"): (typeof documents)["\n  mutation MergeSpeakers($input: MergeSpeakersInput!) {\n    correction: mergeSpeakers(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplaceText($input: ReplaceTextInput!) {\n    correction: replaceText(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"): (typeof documents)["\n  mutation ReplaceText($input: ReplaceTextInput!) {\n    correction: replaceText(input: $input) {\n      ...CorrectionOutcome\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoCorrection($id: ID!) {\n    correction: undoCorrection(correctionId: $id) {\n      ...CorrectionOutcome\n    }\n  }\n"): (typeof documents)["\n  mutation UndoCorrection($id: ID!) {\n    correction: undoCorrection(correctionId: $id) {\n      ...CorrectionOutcome\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreTranscript($recordingId: ID!, $version: Int!) {\n    correction: restoreTranscript(recordingId: $recordingId, version: $version) {\n      ...CorrectionOutcome\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreTranscript($recordingId: ID!, $version: Int!) {\n    correction: restoreTranscript(recordingId: $recordingId, version: $version) {\n      ...CorrectionOutcome\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewReplacement($input: ReplaceTextInput!) {\n    previewReplacement(input: $input) {\n      __typename\n      ... on ReplacementPreviews {\n        version\n        totalCount\n        segments {\n          segmentId\n          startMs\n          before\n          after\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  query PreviewReplacement($input: ReplaceTextInput!) {\n    previewReplacement(input: $input) {\n      __typename\n      ... on ReplacementPreviews {\n        version\n        totalCount\n        segments {\n          segmentId\n          startMs\n          before\n          after\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CorrectionHistory($recordingId: ID!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        corrections(first: 20, after: $after) {\n          totalCount\n          edges {\n            node {\n              id\n              version\n              kind\n              author\n              createdAt\n              undone\n              segmentCount\n              differences {\n                segmentId\n                textBefore\n                textAfter\n                speakerAfter {\n                  id\n                  displayName\n                }\n                added\n                removed\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CorrectionHistory($recordingId: ID!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        corrections(first: 20, after: $after) {\n          totalCount\n          edges {\n            node {\n              id\n              version\n              kind\n              author\n              createdAt\n              undone\n              segmentCount\n              differences {\n                segmentId\n                textBefore\n                textAfter\n                speakerAfter {\n                  id\n                  displayName\n                }\n                added\n                removed\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TranscriptPropagation($recordingId: ID!) {\n    propagationChanged(recordingId: $recordingId) {\n      version\n      upToDate\n      consumers {\n        consumer\n        upToDate\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TranscriptPropagation($recordingId: ID!) {\n    propagationChanged(recordingId: $recordingId) {\n      version\n      upToDate\n      consumers {\n        consumer\n        upToDate\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissLeftBehind($ids: [ID!]!) {\n    dismissLeftBehind(ids: $ids)\n  }\n"): (typeof documents)["\n  mutation DismissLeftBehind($ids: [ID!]!) {\n    dismissLeftBehind(ids: $ids)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindInTranscript($query: String!, $recordingIds: [ID!]!, $first: Int!, $after: String) {\n    searchSegments(input: { query: $query, recordingIds: $recordingIds }, first: $first, after: $after) {\n      edges {\n        node {\n          segment {\n            id\n            startMs\n          }\n          highlights {\n            start\n            end\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n      matchKind\n    }\n  }\n"): (typeof documents)["\n  query FindInTranscript($query: String!, $recordingIds: [ID!]!, $first: Int!, $after: String) {\n    searchSegments(input: { query: $query, recordingIds: $recordingIds }, first: $first, after: $after) {\n      edges {\n        node {\n          segment {\n            id\n            startMs\n          }\n          highlights {\n            start\n            end\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n      matchKind\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TranscriptPage($id: ID!) {\n    recording(id: $id) {\n      ...RecordingHeader\n      transcript {\n        ...TranscriptOverview\n      }\n    }\n  }\n"): (typeof documents)["\n  query TranscriptPage($id: ID!) {\n    recording(id: $id) {\n      ...RecordingHeader\n      transcript {\n        ...TranscriptOverview\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RecordingHeader on Recording {\n    id\n    title\n    status\n    source\n    createdAt\n    recordedAt\n    durationMs\n    language\n    audioUrl\n    peaksUrl\n    processing {\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n    }\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    engineRuns {\n      stage\n      engine\n      model\n      version\n      seconds\n    }\n  }\n"): (typeof documents)["\n  fragment RecordingHeader on Recording {\n    id\n    title\n    status\n    source\n    createdAt\n    recordedAt\n    durationMs\n    language\n    audioUrl\n    peaksUrl\n    processing {\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n    }\n    problem {\n      code\n      message\n      troubleshooting\n      recovery\n    }\n    engineRuns {\n      stage\n      engine\n      model\n      version\n      seconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TranscriptOverview on Transcript {\n    id\n    version\n    language\n    durationMs\n    segmentCount\n    wordCount\n    speakers {\n      ...SpeakerCard\n    }\n    leftBehind {\n      id\n      startMs\n      speakerName\n      text\n    }\n    exports {\n      format\n      url\n      fileName\n      options\n    }\n  }\n"): (typeof documents)["\n  fragment TranscriptOverview on Transcript {\n    id\n    version\n    language\n    durationMs\n    segmentCount\n    wordCount\n    speakers {\n      ...SpeakerCard\n    }\n    leftBehind {\n      id\n      startMs\n      speakerName\n      text\n    }\n    exports {\n      format\n      url\n      fileName\n      options\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TranscriptRecordingStatus($recordingId: ID!) {\n    recordingStatusChanged(recordingId: $recordingId) {\n      recordingId\n      status\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TranscriptRecordingStatus($recordingId: ID!) {\n    recordingStatusChanged(recordingId: $recordingId) {\n      recordingId\n      status\n      stage\n      progress\n      message\n      waiting\n      etaSeconds\n      problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TranscriptChanged($recordingId: ID!) {\n    transcriptChanged(recordingId: $recordingId) {\n      recordingId\n      version\n      reason\n      segmentIds\n    }\n  }\n"): (typeof documents)["\n  subscription TranscriptChanged($recordingId: ID!) {\n    transcriptChanged(recordingId: $recordingId) {\n      recordingId\n      version\n      reason\n      segmentIds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryFromTranscript($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ... on Recording {\n        id\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryFromTranscript($id: ID!) {\n    retryProcessing(input: { id: $id }) {\n      __typename\n      ... on Recording {\n        id\n        status\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SegmentPage($recordingId: ID!, $first: Int!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        segments(first: $first, after: $after) {\n          edges {\n            cursor\n            node {\n              ...SegmentRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SegmentPage($recordingId: ID!, $first: Int!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        segments(first: $first, after: $after) {\n          edges {\n            cursor\n            node {\n              ...SegmentRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SegmentRow on Segment {\n    id\n    startMs\n    endMs\n    text\n    edited\n    version\n    speaker {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment SegmentRow on Segment {\n    id\n    startMs\n    endMs\n    text\n    edited\n    version\n    speaker {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SegmentWords($recordingId: ID!, $first: Int!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        segments(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              version\n              words {\n                text\n                startMs\n                endMs\n                confidence\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SegmentWords($recordingId: ID!, $first: Int!, $after: String) {\n    recording(id: $recordingId) {\n      id\n      transcript {\n        id\n        segments(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              version\n              words {\n                text\n                startMs\n                endMs\n                confidence\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneSegment($id: ID!) {\n    segment(id: $id) {\n      ...SegmentRow\n      words {\n        text\n        startMs\n        endMs\n        confidence\n      }\n    }\n  }\n"): (typeof documents)["\n  query OneSegment($id: ID!) {\n    segment(id: $id) {\n      ...SegmentRow\n      words {\n        text\n        startMs\n        endMs\n        confidence\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditSegmentText($input: EditSegmentTextInput!) {\n    editSegmentText(input: $input) {\n      __typename\n      ... on Segment {\n        id\n        text\n        edited\n        version\n        lastCorrection {\n          id\n        }\n        words {\n          text\n          startMs\n          endMs\n          confidence\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditSegmentText($input: EditSegmentTextInput!) {\n    editSegmentText(input: $input) {\n      __typename\n      ... on Segment {\n        id\n        text\n        edited\n        version\n        lastCorrection {\n          id\n        }\n        words {\n          text\n          startMs\n          endMs\n          confidence\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShareLinkRow on ShareLink {\n    id\n    url\n    active\n    audio\n    names\n    createdAt\n    expiresAt\n    revokedAt\n    openCount\n    lastOpenedAt\n  }\n"): (typeof documents)["\n  fragment ShareLinkRow on ShareLink {\n    id\n    url\n    active\n    audio\n    names\n    createdAt\n    expiresAt\n    revokedAt\n    openCount\n    lastOpenedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShareLinks($recordingId: ID!) {\n    shareLinks(recordingId: $recordingId) {\n      ...ShareLinkRow\n    }\n  }\n"): (typeof documents)["\n  query ShareLinks($recordingId: ID!) {\n    shareLinks(recordingId: $recordingId) {\n      ...ShareLinkRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateShareLink($input: CreateShareLinkInput!) {\n    createShareLink(input: $input) {\n      __typename\n      ... on ShareLink {\n        ...ShareLinkRow\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateShareLink($input: CreateShareLinkInput!) {\n    createShareLink(input: $input) {\n      __typename\n      ... on ShareLink {\n        ...ShareLinkRow\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeShareLink($id: ID!) {\n    revokeShareLink(id: $id) {\n      __typename\n      ... on ShareLink {\n        ...ShareLinkRow\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeShareLink($id: ID!) {\n    revokeShareLink(id: $id) {\n      __typename\n      ... on ShareLink {\n        ...ShareLinkRow\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SpeakerCard on Speaker {\n    id\n    label\n    name\n    displayName\n    color\n    talkTimeMs\n    share\n    segmentCount\n    suggestedRole\n  }\n"): (typeof documents)["\n  fragment SpeakerCard on Speaker {\n    id\n    label\n    name\n    displayName\n    color\n    talkTimeMs\n    share\n    segmentCount\n    suggestedRole\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameSpeaker($input: RenameSpeakerInput!) {\n    renameSpeaker(input: $input) {\n      __typename\n      ... on Speaker {\n        id\n        name\n        displayName\n        lastCorrection {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameSpeaker($input: RenameSpeakerInput!) {\n    renameSpeaker(input: $input) {\n      __typename\n      ... on Speaker {\n        id\n        name\n        displayName\n        lastCorrection {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        recovery\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;