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
    "\n  fragment ProfileChanges on SpeakerProfileChangeConnection {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        id\n        kind\n        author\n        createdAt\n        reverts\n        undone\n        nameBefore\n        nameAfter\n        profile {\n          id\n          name\n        }\n        speakers {\n          id\n          displayName\n          recording {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n": typeof types.ProfileChangesFragmentDoc,
    "\n  query ProfileHistory($after: String) {\n    speakerProfileHistory(first: 10, after: $after) {\n      ...ProfileChanges\n    }\n  }\n": typeof types.ProfileHistoryDocument,
    "\n  query PersonHistory($id: ID!, $after: String) {\n    speakerProfile(id: $id) {\n      id\n      history(first: 10, after: $after) {\n        ...ProfileChanges\n      }\n    }\n  }\n": typeof types.PersonHistoryDocument,
    "\n  mutation UndoProfileChange($id: ID!) {\n    undoSpeakerProfileChange(changeId: $id) {\n      __typename\n      ... on UndoneSpeakerProfileChange {\n        id\n        profile {\n          id\n          name\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.UndoProfileChangeDocument,
    "\n  fragment PersonRow on SpeakerProfile {\n    id\n    name\n    sampleCount\n    speechMs\n    recordingCount\n    updatedAt\n    health {\n      state\n      confusable {\n        similarity\n        profile {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.PersonRowFragmentDoc,
    "\n  query People($search: String, $first: Int!, $after: String) {\n    speakerProfiles(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...PersonRow\n        }\n      }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  query Person($id: ID!) {\n    speakerProfile(id: $id) {\n      ...PersonRow\n      createdAt\n      samples {\n        id\n        origin\n        intervals {\n          startMs\n          endMs\n        }\n        speechMs\n        addedBy\n        createdAt\n        model\n        similarity\n        outlier\n        recording {\n          id\n          title\n          audioUrl\n        }\n        speaker {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": typeof types.PersonDocument,
    "\n  query Appearances($id: ID!, $after: String) {\n    speakerProfile(id: $id) {\n      id\n      speakers(first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            displayName\n            talkTimeMs\n            recording {\n              id\n              title\n              recordedAt\n              createdAt\n            }\n            identification {\n              outcome\n              confidence\n              similarity\n              draft\n              decidedBy\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.AppearancesDocument,
    "\n  mutation RenamePerson($id: ID!, $name: String!) {\n    renameSpeakerProfile(id: $id, name: $name) {\n      __typename\n      ... on SpeakerProfile {\n        id\n        name\n        updatedAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RenamePersonDocument,
    "\n  mutation DeletePerson($id: ID!) {\n    deleteSpeakerProfile(id: $id) {\n      __typename\n      ... on DeletedSpeakerProfile {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.DeletePersonDocument,
    "\n  mutation Reject($speakerId: ID!) {\n    rejectIdentification(speakerId: $speakerId) {\n      __typename\n      ... on Speaker {\n        id\n        displayName\n        profile {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.RejectDocument,
    "\n  query VoiceProfileSettings {\n    voiceProfileSettings {\n      enabled\n      reason\n      changedBy\n      changedAt\n    }\n  }\n": typeof types.VoiceProfileSettingsDocument,
    "\n  mutation SetVoiceProfiles($input: SetVoiceProfilesInput!) {\n    setVoiceProfiles(input: $input) {\n      __typename\n      ... on VoiceProfileSettings {\n        enabled\n        reason\n        changedBy\n        changedAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": typeof types.SetVoiceProfilesDocument,
};
const documents: Documents = {
    "\n  fragment ProfileChanges on SpeakerProfileChangeConnection {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        id\n        kind\n        author\n        createdAt\n        reverts\n        undone\n        nameBefore\n        nameAfter\n        profile {\n          id\n          name\n        }\n        speakers {\n          id\n          displayName\n          recording {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n": types.ProfileChangesFragmentDoc,
    "\n  query ProfileHistory($after: String) {\n    speakerProfileHistory(first: 10, after: $after) {\n      ...ProfileChanges\n    }\n  }\n": types.ProfileHistoryDocument,
    "\n  query PersonHistory($id: ID!, $after: String) {\n    speakerProfile(id: $id) {\n      id\n      history(first: 10, after: $after) {\n        ...ProfileChanges\n      }\n    }\n  }\n": types.PersonHistoryDocument,
    "\n  mutation UndoProfileChange($id: ID!) {\n    undoSpeakerProfileChange(changeId: $id) {\n      __typename\n      ... on UndoneSpeakerProfileChange {\n        id\n        profile {\n          id\n          name\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.UndoProfileChangeDocument,
    "\n  fragment PersonRow on SpeakerProfile {\n    id\n    name\n    sampleCount\n    speechMs\n    recordingCount\n    updatedAt\n    health {\n      state\n      confusable {\n        similarity\n        profile {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.PersonRowFragmentDoc,
    "\n  query People($search: String, $first: Int!, $after: String) {\n    speakerProfiles(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...PersonRow\n        }\n      }\n    }\n  }\n": types.PeopleDocument,
    "\n  query Person($id: ID!) {\n    speakerProfile(id: $id) {\n      ...PersonRow\n      createdAt\n      samples {\n        id\n        origin\n        intervals {\n          startMs\n          endMs\n        }\n        speechMs\n        addedBy\n        createdAt\n        model\n        similarity\n        outlier\n        recording {\n          id\n          title\n          audioUrl\n        }\n        speaker {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": types.PersonDocument,
    "\n  query Appearances($id: ID!, $after: String) {\n    speakerProfile(id: $id) {\n      id\n      speakers(first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            displayName\n            talkTimeMs\n            recording {\n              id\n              title\n              recordedAt\n              createdAt\n            }\n            identification {\n              outcome\n              confidence\n              similarity\n              draft\n              decidedBy\n            }\n          }\n        }\n      }\n    }\n  }\n": types.AppearancesDocument,
    "\n  mutation RenamePerson($id: ID!, $name: String!) {\n    renameSpeakerProfile(id: $id, name: $name) {\n      __typename\n      ... on SpeakerProfile {\n        id\n        name\n        updatedAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RenamePersonDocument,
    "\n  mutation DeletePerson($id: ID!) {\n    deleteSpeakerProfile(id: $id) {\n      __typename\n      ... on DeletedSpeakerProfile {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.DeletePersonDocument,
    "\n  mutation Reject($speakerId: ID!) {\n    rejectIdentification(speakerId: $speakerId) {\n      __typename\n      ... on Speaker {\n        id\n        displayName\n        profile {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.RejectDocument,
    "\n  query VoiceProfileSettings {\n    voiceProfileSettings {\n      enabled\n      reason\n      changedBy\n      changedAt\n    }\n  }\n": types.VoiceProfileSettingsDocument,
    "\n  mutation SetVoiceProfiles($input: SetVoiceProfilesInput!) {\n    setVoiceProfiles(input: $input) {\n      __typename\n      ... on VoiceProfileSettings {\n        enabled\n        reason\n        changedBy\n        changedAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n": types.SetVoiceProfilesDocument,
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
export function graphql(source: "\n  fragment ProfileChanges on SpeakerProfileChangeConnection {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        id\n        kind\n        author\n        createdAt\n        reverts\n        undone\n        nameBefore\n        nameAfter\n        profile {\n          id\n          name\n        }\n        speakers {\n          id\n          displayName\n          recording {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ProfileChanges on SpeakerProfileChangeConnection {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        id\n        kind\n        author\n        createdAt\n        reverts\n        undone\n        nameBefore\n        nameAfter\n        profile {\n          id\n          name\n        }\n        speakers {\n          id\n          displayName\n          recording {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProfileHistory($after: String) {\n    speakerProfileHistory(first: 10, after: $after) {\n      ...ProfileChanges\n    }\n  }\n"): (typeof documents)["\n  query ProfileHistory($after: String) {\n    speakerProfileHistory(first: 10, after: $after) {\n      ...ProfileChanges\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonHistory($id: ID!, $after: String) {\n    speakerProfile(id: $id) {\n      id\n      history(first: 10, after: $after) {\n        ...ProfileChanges\n      }\n    }\n  }\n"): (typeof documents)["\n  query PersonHistory($id: ID!, $after: String) {\n    speakerProfile(id: $id) {\n      id\n      history(first: 10, after: $after) {\n        ...ProfileChanges\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoProfileChange($id: ID!) {\n    undoSpeakerProfileChange(changeId: $id) {\n      __typename\n      ... on UndoneSpeakerProfileChange {\n        id\n        profile {\n          id\n          name\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoProfileChange($id: ID!) {\n    undoSpeakerProfileChange(changeId: $id) {\n      __typename\n      ... on UndoneSpeakerProfileChange {\n        id\n        profile {\n          id\n          name\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonRow on SpeakerProfile {\n    id\n    name\n    sampleCount\n    speechMs\n    recordingCount\n    updatedAt\n    health {\n      state\n      confusable {\n        similarity\n        profile {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PersonRow on SpeakerProfile {\n    id\n    name\n    sampleCount\n    speechMs\n    recordingCount\n    updatedAt\n    health {\n      state\n      confusable {\n        similarity\n        profile {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($search: String, $first: Int!, $after: String) {\n    speakerProfiles(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...PersonRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query People($search: String, $first: Int!, $after: String) {\n    speakerProfiles(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...PersonRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Person($id: ID!) {\n    speakerProfile(id: $id) {\n      ...PersonRow\n      createdAt\n      samples {\n        id\n        origin\n        intervals {\n          startMs\n          endMs\n        }\n        speechMs\n        addedBy\n        createdAt\n        model\n        similarity\n        outlier\n        recording {\n          id\n          title\n          audioUrl\n        }\n        speaker {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Person($id: ID!) {\n    speakerProfile(id: $id) {\n      ...PersonRow\n      createdAt\n      samples {\n        id\n        origin\n        intervals {\n          startMs\n          endMs\n        }\n        speechMs\n        addedBy\n        createdAt\n        model\n        similarity\n        outlier\n        recording {\n          id\n          title\n          audioUrl\n        }\n        speaker {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Appearances($id: ID!, $after: String) {\n    speakerProfile(id: $id) {\n      id\n      speakers(first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            displayName\n            talkTimeMs\n            recording {\n              id\n              title\n              recordedAt\n              createdAt\n            }\n            identification {\n              outcome\n              confidence\n              similarity\n              draft\n              decidedBy\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Appearances($id: ID!, $after: String) {\n    speakerProfile(id: $id) {\n      id\n      speakers(first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            displayName\n            talkTimeMs\n            recording {\n              id\n              title\n              recordedAt\n              createdAt\n            }\n            identification {\n              outcome\n              confidence\n              similarity\n              draft\n              decidedBy\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenamePerson($id: ID!, $name: String!) {\n    renameSpeakerProfile(id: $id, name: $name) {\n      __typename\n      ... on SpeakerProfile {\n        id\n        name\n        updatedAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenamePerson($id: ID!, $name: String!) {\n    renameSpeakerProfile(id: $id, name: $name) {\n      __typename\n      ... on SpeakerProfile {\n        id\n        name\n        updatedAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeletePerson($id: ID!) {\n    deleteSpeakerProfile(id: $id) {\n      __typename\n      ... on DeletedSpeakerProfile {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeletePerson($id: ID!) {\n    deleteSpeakerProfile(id: $id) {\n      __typename\n      ... on DeletedSpeakerProfile {\n        id\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Reject($speakerId: ID!) {\n    rejectIdentification(speakerId: $speakerId) {\n      __typename\n      ... on Speaker {\n        id\n        displayName\n        profile {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Reject($speakerId: ID!) {\n    rejectIdentification(speakerId: $speakerId) {\n      __typename\n      ... on Speaker {\n        id\n        displayName\n        profile {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VoiceProfileSettings {\n    voiceProfileSettings {\n      enabled\n      reason\n      changedBy\n      changedAt\n    }\n  }\n"): (typeof documents)["\n  query VoiceProfileSettings {\n    voiceProfileSettings {\n      enabled\n      reason\n      changedBy\n      changedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetVoiceProfiles($input: SetVoiceProfilesInput!) {\n    setVoiceProfiles(input: $input) {\n      __typename\n      ... on VoiceProfileSettings {\n        enabled\n        reason\n        changedBy\n        changedAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetVoiceProfiles($input: SetVoiceProfilesInput!) {\n    setVoiceProfiles(input: $input) {\n      __typename\n      ... on VoiceProfileSettings {\n        enabled\n        reason\n        changedBy\n        changedAt\n      }\n      ... on Problem {\n        code\n        message\n        troubleshooting\n        recovery\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;