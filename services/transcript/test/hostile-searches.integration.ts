import { resultOf, RunningService } from './running-service.ts';
import { QUERY, searchFor } from './searches.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
  await service.transcribed(
    resultOf([
      ['SPEAKER_00', 'We receive the invoice on the first of May.'],
      ['SPEAKER_01', 'The annual plan has a discount of 5 % & more.'],
    ]),
  );
}, 60_000);
afterAll(() => service.stop());

const forged = (values: string) => Buffer.from(values).toString('base64url');

describe('hostile searches', () => {
  it.each([
    '',
    '   ',
    '()&|!<->:*\'"\\',
    "'; drop table transcript.segment; --",
    '\u0000',
    '"""',
    '-',
    '* * *',
    '\ud800',
    'a:b:c & !d',
    '%_%',
    '-invoice',
    'the and of',
  ])('%j is harmless', async (query) => {
    const hits = await searchFor(service, query);
    expect(hits.totalCount).toBe(hits.edges.length);
  });

  it('are refused when they are too long', async () => {
    const { errors } = await service.graph.request(QUERY, {
      input: { query: 'a'.repeat(10_000) },
      first: 20,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SEARCH_QUERY_TOO_LONG' });
  });

  it.each([
    [{ first: 101 }, 'PAGE_SIZE_INVALID'],
    [{ first: 10, after: 'WzEsMiwzXQ' }, 'CURSOR_INVALID'],
    [{ first: 10, after: forged('["EXACT",1,"no id"]') }, 'CURSOR_INVALID'],
    ...['1e308', '-1e308', '1e999', '1e-60', '"1"', 'null'].map((score): [object, string] => [
      { first: 10, after: forged(`["EXACT",${score},"01a1fb04-dd9d-7701-87c4-7ea7cce050df"]`) },
      'CURSOR_INVALID',
    ]),
  ])('%j is refused with %s', async (page, code) => {
    const { errors } = await service.graph.request(QUERY, { input: { query: 'plan' }, ...page });
    expect(errors?.[0]?.extensions?.['code']).toBe(code);
  });

  it('of forty words and alternatives end in reasonable time', async () => {
    const query = Array.from({ length: 40 }, (_, i) => `w${i}* or`).join(' ');
    const begin = performance.now();
    await searchFor(service, query);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});
