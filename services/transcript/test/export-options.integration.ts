import { newId } from '@colloquy/subgraph';
import mammoth from 'mammoth';
import { correct, open, undo } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';

let service: RunningService;
let call: Awaited<ReturnType<typeof open>>;
let transcriptId: string;
let version: number;

const get = (file: string) => fetch(`${service.url}/exports/${transcriptId}.${file}`);
const lines = async (query: string) => (await (await get(`txt${query}`)).text()).trimEnd().split('\n');

const ENGINE = [
  'Speaker 1: How much is the machine?',
  'Speaker 2: It is forty a month. And what else?',
  'Speaker 1: We take it.',
  'Speaker 2: The machine is yours.',
];

/** Renamed, split, given to somebody new, joined: every kind of change that a version has to do backwards. */
beforeAll(async () => {
  service = await RunningService.start();
  call = await open(service);
  await service.tell(call.recordingId, { title: 'Sale' });
  const found = await service.transcript<{ id: string; version: number }>(call.recordingId, 'id version');
  transcriptId = found?.id ?? '';
  version = found?.version ?? 0;
  const [, second] = await call.speakers();
  await service.rename(second?.id ?? '', 'Ben');
  const [seen] = await call.seen(1);
  await correct(service, 'splitSegment', 'SplitSegmentInput', {
    segment: seen,
    beforeWord: 5,
    speaker: { newSpeakerName: 'Cleo' },
  });
  await correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await call.seen(3, 4) });
}, 60_000);
afterAll(() => service.stop());

describe('what an export says', () => {
  const now = [
    'Speaker 1: How much is the machine?',
    'Ben: It is forty a month.',
    'Cleo: And what else?',
    'Speaker 1: We take it. The machine is yours.',
  ];

  it('as it is now, and in each of its versions', async () => {
    expect(await lines('')).toEqual(now);
    expect(await lines(`?version=${version + 3}`)).toEqual(now);
    expect(await lines(`?version=${version}`)).toEqual(ENGINE);
    expect(await lines(`?version=${version + 1}`)).toEqual(
      ENGINE.map((line) => line.replace('Speaker 2', 'Ben')),
    );
    expect(await lines(`?version=${version + 2}`)).toEqual([
      ...now.slice(0, 3),
      'Speaker 1: We take it.',
      'Ben: The machine is yours.',
    ]);
  });

  it('its words too, at the times of that version', async () => {
    const json = async (query: string) => (await get(`json${query}`)).json();
    const { segments, speakers } = await json(`?version=${version}`);
    expect(speakers).toEqual([
      { label: 'SPEAKER_00', name: null },
      { label: 'SPEAKER_01', name: null },
    ]);
    const original = await json('?text=original');
    expect(original.segments).toEqual(segments);
  });

  it('as the engine wrote it, said by who is known now', async () => {
    expect(await lines('?text=original')).toEqual(ENGINE.map((line) => line.replace('Speaker 2', 'Ben')));
  });

  it('without names, with times, in documents as well', async () => {
    expect((await lines('?names=no&times=yes'))[1]).toBe('[00:00:01] It is forty a month.');
    const response = await get('docx?times=no&version=' + version);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=Sale.docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) });
    expect(value).toContain('Speaker 2It is forty a month. And what else?');
  });

  it('also after corrections were undone', async () => {
    const [last] = await call.seen(0);
    const made = await service.edit(last?.segmentId ?? '', 'How much?', last?.expectedVersion ?? 0);
    expect(made['text']).toBe('How much?');
    const { corrections } = (await service.transcript<{
      corrections: { edges: { node: { id: string } }[] };
    }>(call.recordingId, 'corrections(first: 1) { edges { node { id } } }')) ?? {
      corrections: { edges: [] },
    };
    await undo(service, corrections.edges[0]?.node.id);
    expect(await lines(`?version=${version + 4}`)).toEqual(['Speaker 1: How much?', ...now.slice(1)]);
    expect(await lines(`?version=${version + 5}`)).toEqual(now);
  });
});

describe('what cannot be exported', () => {
  it.each([
    ['txt?names=maybe', /names: yes or no/],
    ['txt?names=no&names=yes', /names: yes or no/],
    ['txt?text=better', /text: corrected or original/],
    ['txt?version=0', /version/],
    ['txt?version=1e99', /version/],
    ['txt?version=9&text=original', /no versions/],
    ['txt?colour=red', /colour/],
    ['csv?names=no', /has no names/],
    ['rttm?times=no', /has no times/],
  ])('%s is refused in words', async (file, message) => {
    const response = await get(file);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'EXPORT_OPTIONS_INVALID',
      message: expect.stringMatching(message),
      troubleshooting: [expect.stringContaining('version')],
    });
  });

  it('a version that there is not', async () => {
    const response = await get('txt?version=999');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'VERSION_UNKNOWN' });
  });

  it('what is not kept any more', async () => {
    await service.storage.deletePrefix(`recordings/${call.recordingId}`);
    const response = await get('txt?text=original');
    expect(await response.json()).toMatchObject({ code: 'EXPORT_ORIGINAL_GONE' });
  });

  it('what is not there', async () => {
    const response = await fetch(`${service.url}/exports/${newId()}.docx?version=1`);
    expect(response.status).toBe(404);
  });
});
