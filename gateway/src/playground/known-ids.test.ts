import type { IncomingMessage } from 'node:http';
import {
  COLLECTION_ID,
  findKnownIds,
  MESSAGE_ID,
  PROFILE_ID,
  RECORDING_ID,
  SEGMENT_ID,
  SPEAKER_ID,
} from './known-ids.ts';

const request = {} as IncomingMessage;
const id = (digit: number) => `0198f2f0-0000-7000-8000-00000000000${digit}`;

it('finds the newest recording, a speaker, a segment, the latest answer, a person and a collection', async () => {
  const found = await findKnownIds(
    async () => ({
      recordings: {
        edges: [
          {
            node: {
              id: id(1),
              transcript: { speakers: [{ id: id(2) }], segments: { edges: [{ node: { id: id(8) } }] } },
            },
          },
        ],
      },
      speakerProfiles: { edges: [{ node: { id: id(6) } }] },
      collections: { edges: [{ node: { id: id(7) } }] },
      conversations: {
        edges: [
          {
            node: {
              messages: [
                { id: id(3), role: 'USER' },
                { id: id(4), role: 'ASSISTANT' },
                { id: id(5), role: 'USER' },
              ],
            },
          },
        ],
      },
    }),
    request,
  );
  expect([...found]).toEqual([
    [RECORDING_ID, id(1)],
    [SPEAKER_ID, id(2)],
    [SEGMENT_ID, id(8)],
    [MESSAGE_ID, id(4)],
    [PROFILE_ID, id(6)],
    [COLLECTION_ID, id(7)],
  ]);
});

it.each<[string, () => Promise<unknown>]>([
  ['there is nothing', async () => ({ recordings: { edges: [] }, conversations: { edges: [] } })],
  ['the graph does not answer', async () => null],
  ['the graph fails', () => Promise.reject(new Error('down'))],
  [
    'ids are none',
    async () => ({ recordings: { edges: [{ node: { id: '</script>', transcript: null } }] } }),
  ],
])('says what belongs there when %s', async (_when, ask) => {
  expect([...(await findKnownIds(ask, request)).values()]).toEqual([
    'the id of a recording',
    'the id of a speaker',
    'the id of a segment',
    'the id of an answer',
    'the id of a profile',
    'the id of a collection',
  ]);
});
