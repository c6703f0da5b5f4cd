import { correct, LINES, open } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';

/** Who speakers were in earlier versions: shown, compared and told in the history. */
let service: RunningService;
let call: Awaited<ReturnType<typeof open>>;

interface SpeakerSides {
  before: { displayName: string; identified: boolean } | null;
  after: { displayName: string; identified: boolean } | null;
}
interface Compared {
  code?: string;
  differenceCount: number;
  speakers: SpeakerSides[];
  segments: {
    edges: {
      node: { differs: boolean; before: { text: string } | null; after: { text: string } | null };
    }[];
  };
}

const SIDES = 'before { displayName identified } after { displayName identified }';

/** Version 1 as imported; 2: the first is Anna; 3: the second says the third line; 4: both are one, Anna. */
beforeAll(async () => {
  service = await RunningService.start();
  call = await open(service);
  const [first, second] = await call.speakers();
  await service.rename(first?.id ?? '', 'Anna');
  await correct(service, 'assignSpeaker', 'AssignSpeakerInput', {
    segments: await call.seen(2),
    speaker: { speakerId: second?.id },
  });
  await correct(service, 'mergeSpeakers', 'MergeSpeakersInput', {
    speakerId: second?.id,
    intoSpeakerId: first?.id,
  });
}, 60_000);
afterAll(() => service.stop());

const shown = async (version: number) => {
  const { transcriptVersion } = await service.graph.query<{
    transcriptVersion: {
      differenceCount: number;
      differences: { speakerBefore: object | null; speakerAfter: object | null }[];
      speakers: { displayName: string; label: string; name: string | null }[];
      speakerDifferences: SpeakerSides[];
      segments: { edges: { node: { text: string; speaker: { displayName: string } } }[] };
    };
  }>(
    `query ($id: ID!, $version: Int!) { transcriptVersion(recordingId: $id, version: $version) {
       ... on TranscriptVersion { differenceCount speakers { label name displayName } speakerDifferences { ${SIDES} }
         differences { speakerBefore { displayName } speakerAfter { displayName } }
         segments { edges { node { text speaker { displayName } } } } } } }`,
    { id: call.recordingId, version },
  );
  return transcriptVersion;
};
const compare = async (before: number, after: number) => {
  const { transcriptComparison } = await service.graph.query<{ transcriptComparison: Compared }>(
    `query ($id: ID!, $before: Int!, $after: Int!) {
       transcriptComparison(recordingId: $id, before: $before, after: $after) {
         ... on TranscriptComparison { differenceCount speakers { ${SIDES} }
           segments { edges { node { differs before { text } after { text } } } } }
         ... on Problem { code } } }`,
    { id: call.recordingId, before, after },
  );
  return transcriptComparison;
};
const known = (displayName: string) => ({ displayName, identified: false });

it('a version names its speakers as they were called then', async () => {
  const names = async (version: number) =>
    (await shown(version)).segments.edges.map(({ node }) => node.speaker.displayName);
  expect(await names(1)).toEqual(['Speaker 1', 'Speaker 2', 'Speaker 1', 'Speaker 2']);
  expect(await names(2)).toEqual(['Anna', 'Speaker 2', 'Anna', 'Speaker 2']);
  expect(await names(3)).toEqual(['Anna', 'Speaker 2', 'Speaker 2', 'Speaker 2']);
  expect(await names(4)).toEqual(['Anna', 'Anna', 'Anna', 'Anna']);
  expect((await shown(1)).speakers).toEqual([
    { label: 'SPEAKER_00', name: null, displayName: 'Speaker 1' },
    { label: 'SPEAKER_01', name: null, displayName: 'Speaker 2' },
  ]);
  expect((await shown(4)).speakers).toMatchObject([{ displayName: 'Anna' }]);
});

it('tells how its speakers differ from those of now', async () => {
  const first = await shown(1);
  expect(first.speakerDifferences).toEqual([
    { before: known('Speaker 1'), after: known('Anna') },
    { before: known('Speaker 2'), after: null },
  ]);
  expect(first.differenceCount).toBe(2);
  expect(first.differences[0]).toEqual({
    speakerBefore: { displayName: 'Speaker 2' },
    speakerAfter: { displayName: 'Anna' },
  });
});

it('compares any two by who speaks', async () => {
  expect(await compare(1, 2)).toMatchObject({
    differenceCount: 0,
    speakers: [{ before: known('Speaker 1'), after: known('Anna') }],
  });
  const moved = await compare(2, 3);
  expect(moved).toMatchObject({ differenceCount: 1, speakers: [] });
  expect(moved.segments.edges.map(({ node }) => node.differs)).toEqual([false, false, true, false]);
  expect(moved.segments.edges[2]?.node.after?.text).toBe(LINES[2]?.[1]);
  expect(await compare(3, 9)).toEqual({ code: 'VERSION_UNKNOWN' });
});

const history = async () => {
  const told = await service.transcript<{
    corrections: {
      edges: {
        node: {
          id: string;
          kind: string;
          speakerDifferences: (SpeakerSides & { joinedWith: { displayName: string } | null })[];
          differences: { speakerBefore: { displayName: string } | null }[];
        };
      }[];
    };
  }>(
    call.recordingId,
    `corrections { edges { node { id kind speakerDifferences { ${SIDES} joinedWith { displayName } } differences { speakerBefore { displayName } } } } }`,
  );
  return told?.corrections.edges.map(({ node }) => node) ?? [];
};

it('the history tells what a speaker was called before and after', async () => {
  const [merged, assigned, renamed] = await history();
  expect(renamed).toMatchObject({
    kind: 'SPEAKER_RENAMED',
    speakerDifferences: [{ before: known('Speaker 1'), after: known('Anna') }],
  });
  expect(assigned).toMatchObject({
    speakerDifferences: [],
    differences: [{ speakerBefore: { displayName: 'Anna' } }],
  });
  expect(merged).toMatchObject({
    kind: 'SPEAKERS_MERGED',
    speakerDifferences: [{ before: known('Speaker 2'), after: null, joinedWith: { displayName: 'Anna' } }],
  });
  await service.graph.query(
    'mutation ($id: ID!) { undoCorrection(correctionId: $id) { ... on Correction { id } } }',
    { id: merged?.id },
  );
  expect((await history())[0]).toMatchObject({
    speakerDifferences: [{ before: null, after: known('Speaker 2'), joinedWith: { displayName: 'Anna' } }],
  });
});
