import { newId } from '@colloquy/subgraph';
import { resultOf, RunningService } from './running-service.ts';

interface Export {
  format: string;
  url: string;
  fileName: string;
}

let service: RunningService;
const recordingId = newId();
const document = resultOf(
  Array.from({ length: 1_203 }, (_, i): [string, string] => [`SPEAKER_0${i % 2}`, `Line ${i} costs 5 € 😀`]),
  { recordingId },
);
let links: Export[] = [];

beforeAll(async () => {
  service = await RunningService.start();
  await service.tell(recordingId, { title: '../Größe: "Q1"\u0007 <x>' });
  await service.transcribed(document);
  const transcript = await service.transcript<{ exports: Export[] }>(
    recordingId,
    'exports { format url fileName }',
  );
  links = transcript?.exports ?? [];
}, 60_000);
afterAll(() => service.stop());

describe('exports', () => {
  it.each([
    ['MARKDOWN', 'text/markdown; charset=utf-8', 'md'],
    ['JSON', 'application/json; charset=utf-8'],
    ['CSV', 'text/csv; charset=utf-8'],
    ['TXT', 'text/plain; charset=utf-8'],
    ['SRT', 'application/x-subrip; charset=utf-8'],
    ['VTT', 'text/vtt; charset=utf-8'],
    ['RTTM', 'text/plain; charset=utf-8'],
  ])(
    '%s can be downloaded under a harmless name',
    async (format, contentType, extension = format.toLowerCase()) => {
      const link = links.find((one) => one.format === format);
      expect(link?.fileName).toBe(`Größe Q1 x.${extension}`);
      const response = await fetch(`${service.url}${link?.url}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(contentType);
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="Gr??e Q1 x.${extension}"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20Q1%20x.${extension}`,
      );
      expect((await response.text()).match(/costs 5|^SPEAKER /gm)).toHaveLength(1_203);
    },
  );

  it('JSON holds all that was said', async () => {
    const response = await fetch(`${service.url}${links.find(({ format }) => format === 'JSON')?.url}`);
    expect(await response.json()).toEqual({
      title: '../Größe: "Q1" <x>',
      language: 'en',
      durationMs: document.durationMs,
      speakers: [
        { label: 'SPEAKER_00', name: null },
        { label: 'SPEAKER_01', name: null },
      ],
      segments: document.segments,
    });
  });

  it.each([
    '/exports/nothing',
    '/exports/',
    `/exports/${newId()}.srt`,
    `/exports/${newId()}.exe`,
    '/exports/..%2f..%2fetc%2fpasswd',
  ])('%s is not found, in words', async (path) => {
    const response = await fetch(`${service.url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      code: 'EXPORT_NOT_FOUND',
      recovery: expect.arrayContaining([expect.any(String)]),
    });
  });
});
