import { newId } from '@colloquy/subgraph';
import { resultOf, RunningService } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

interface Told {
  speakers: { label: string; voiceMatches: object[] }[];
}
const FIELDS = `speakers { label voiceMatches {
  startMs endMs decision similarity threshold model draft alternatives { similarity speaker { label } } } }`;
const said: [string, string][] = [
  ['SPEAKER_00', 'How much?'],
  ['SPEAKER_01', 'Forty.'],
];
const piece = { startMs: 0, endMs: 1_000, threshold: 0.6 };
const later = { startMs: 1_000, endMs: 2_000, threshold: 0.6 };

it('keeps why each voice has its label, piece by piece', async () => {
  const recordingId = newId();
  const document = resultOf(said, {
    recordingId,
    voiceMatches: [
      {
        ...later,
        local: 'A',
        speaker: 'SPEAKER_00',
        decision: 'same',
        similarity: 0.9,
        alternatives: [{ speaker: 'SPEAKER_01', similarity: 0.2 }],
      },
      { ...piece, local: 'A', speaker: 'SPEAKER_00', decision: 'new', similarity: null, alternatives: [] },
      {
        ...later,
        local: 'B',
        speaker: 'SPEAKER_01',
        decision: 'too-short',
        similarity: null,
        alternatives: [],
      },
    ],
  });
  const vector = Array.from({ length: 96 }, (_, at) => (at === 0 ? 1 : 0));
  const embedding = { model: 'speaker-96', vector, speechMs: 900 };
  document.speakers = document.speakers.map((speaker, at) =>
    at === 0 ? { ...speaker, embedding } : speaker,
  );
  await service.transcribed(document);
  const told = await service.transcript<Told>(recordingId, FIELDS);
  const rest = { model: 'speaker-96', draft: true };
  expect(told?.speakers).toEqual([
    {
      label: 'SPEAKER_00',
      voiceMatches: [
        { ...piece, ...rest, decision: 'NEW', similarity: null, alternatives: [] },
        {
          ...later,
          ...rest,
          decision: 'SAME',
          similarity: 0.9,
          alternatives: [{ similarity: 0.2, speaker: { label: 'SPEAKER_01' } }],
        },
      ],
    },
    {
      label: 'SPEAKER_01',
      voiceMatches: [{ ...later, ...rest, decision: 'TOO_SHORT', similarity: null, alternatives: [] }],
    },
  ]);
});

it('knows of none in an older document', async () => {
  const recordingId = newId();
  await service.transcribed(resultOf(said, { recordingId }));
  const told = await service.transcript<Told>(recordingId, FIELDS);
  expect(told?.speakers.map(({ voiceMatches }) => voiceMatches)).toEqual([[], []]);
});
