import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, startStack, type Stack } from '@colloquy/testkit';
import { createRecording, uploadByTus } from './recording-actions.ts';

interface StatusUpdate {
  recordingStatusChanged: { status: string; stage: string | null; progress: number; message: string };
}
interface Segment {
  id: string;
  text: string;
  startMs: number;
  endMs: number;
  speaker: { id: string; label: string; displayName: string };
}

const STATUS = /* GraphQL */ `
  subscription ($id: ID!) {
    recordingStatusChanged(recordingId: $id) {
      status
      stage
      progress
      message
    }
  }
`;
const READ = /* GraphQL */ `
  query ($id: ID!) {
    recording(id: $id) {
      id
      title
      status
      durationMs
      audioUrl
      peaksUrl
      engineRuns {
        stage
        engine
        model
      }
      transcript {
        id
        version
        speakers {
          id
          label
          displayName
          color
          talkTimeMs
          share
        }
        segments(first: 100) {
          totalCount
          edges {
            node {
              id
              text
              startMs
              endMs
              speaker {
                id
                label
                displayName
              }
            }
          }
        }
      }
    }
  }
`;
const ASK = /* GraphQL */ `
  mutation ($input: AskInput!) {
    ask(input: $input) {
      __typename
      ... on AskAccepted {
        conversation {
          id
        }
        answer {
          id
          status
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`;
const ANSWER = /* GraphQL */ `
  subscription ($id: ID!) {
    answerDelta(messageId: $id) {
      offset
      text
      done
      message {
        status
        text
        citations {
          index
          quote
          startMs
          endMs
          segment {
            id
            text
          }
          recording {
            id
            title
          }
        }
      }
    }
  }
`;

describe('from an audio file to a cited answer', () => {
  let stack: Stack;
  let folder: string;
  let recordingId: string;
  let segments: Segment[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-e2e-'));
    speakDialogue(DELIVERY_CALL, join(folder, 'call.mp3'));
    stack = await startStack();
  }, 120_000);

  afterAll(async () => {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes an upload and reports every stage until it is ready', async () => {
    const uploadId = await uploadByTus(stack, readFileSync(join(folder, 'call.mp3')), 'call.mp3');
    const created = await createRecording(stack, uploadId);
    expect(created).toMatchObject({ __typename: 'Recording', title: 'call' });
    recordingId = created.id ?? '';

    const updates: StatusUpdate['recordingStatusChanged'][] = [];
    for await (const { recordingStatusChanged } of stack.graph.subscribe<StatusUpdate>(STATUS, {
      id: recordingId,
    })) {
      updates.push(recordingStatusChanged);
      if (['READY', 'FAILED', 'CANCELLED'].includes(recordingStatusChanged.status)) break;
    }
    expect(updates.at(-1)).toMatchObject({ status: 'READY', progress: 1 });
    const progress = updates.map((update) => update.progress);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(new Set(updates.map((update) => update.stage)).size).toBeGreaterThan(2);
  }, 180_000);

  it('tells two speakers apart and writes down what they said', async () => {
    const { recording } = await stack.graph.query<{
      recording: {
        status: string;
        audioUrl: string;
        peaksUrl: string;
        engineRuns: { stage: string }[];
        transcript: { speakers: { share: number }[]; segments: { edges: { node: Segment }[] } };
      };
    }>(READ, { id: recordingId });
    expect(recording.transcript.speakers).toHaveLength(2);
    segments = recording.transcript.segments.edges.map((edge) => edge.node);
    expect(segments.length).toBeGreaterThanOrEqual(5);
    const text = segments
      .map((segment) => segment.text)
      .join(' ')
      .toLowerCase();
    for (const word of ['delivery', 'price', 'friday']) expect(text).toContain(word);
    expect(recording.engineRuns.map((run) => run.stage)).toEqual(
      expect.arrayContaining(['diarize', 'transcribe']),
    );

    const audio = await fetch(`${stack.url}${recording.audioUrl}`, { headers: { range: 'bytes=100-199' } });
    expect(audio.status).toBe(206);
    expect((await audio.arrayBuffer()).byteLength).toBe(100);
    const peaks = (await (await fetch(`${stack.url}${recording.peaksUrl}`)).json()) as { peaks: number[] };
    expect(Math.max(...peaks.peaks)).toBeGreaterThan(0.1);
  });

  it('finds a word, whatever its form', async () => {
    const { searchSegments } = await stack.graph.query<{
      searchSegments: {
        totalCount: number;
        edges: { node: { segment: Segment; highlights: { start: number; end: number }[] } }[];
      };
    }>(
      'query { searchSegments(input: { query: "deliveries" }) { totalCount edges { node { segment { id text startMs endMs } highlights { start end } } } } }',
    );
    expect(searchSegments.totalCount).toBeGreaterThan(0);
    const hit = searchSegments.edges[0]?.node;
    const range = hit?.highlights[0];
    expect(hit?.segment.text.slice(range?.start, range?.end).toLowerCase()).toMatch(/^deliver/);
  });

  it('answers a question with citations that stand word for word in the transcript', async () => {
    await eventually(async () => {
      const { retrievePassages } = await stack.graph.query<{ retrievePassages: unknown[] }>(
        'query { retrievePassages(input: { question: "price" }) { score } }',
      );
      return retrievePassages.length > 0;
    });
    const { ask } = await stack.graph.query<{ ask: { __typename: string; answer: { id: string } } }>(ASK, {
      input: { question: 'What is the price of the machine?' },
    });
    expect(ask.__typename).toBe('AskAccepted');
    let assembled = '';
    type Delta = {
      answerDelta: {
        offset: number;
        text: string;
        done: boolean;
        message: {
          status: string;
          text: string;
          citations: {
            quote: string;
            startMs: number;
            endMs: number;
            segment: { id: string; text: string };
            recording: { id: string };
          }[];
        } | null;
      };
    };
    for await (const { answerDelta } of stack.graph.subscribe<Delta>(ANSWER, { id: ask.answer.id })) {
      assembled = assembled.slice(0, answerDelta.offset) + answerDelta.text;
      if (!answerDelta.done) continue;
      const { message } = answerDelta;
      expect(message).toMatchObject({ status: 'COMPLETE', text: assembled });
      expect(message?.citations.length).toBeGreaterThan(0);
      for (const citation of message?.citations ?? []) {
        expect(citation.recording.id).toBe(recordingId);
        expect(citation.segment.text).toContain(citation.quote);
        expect(citation.endMs).toBeGreaterThan(citation.startMs);
      }
      break;
    }
  }, 60_000);
});
