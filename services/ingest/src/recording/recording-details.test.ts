import { checkRecordedAt } from './recording-details.ts';

describe('when a conversation took place', () => {
  it.each(['1850-01-01T00:00:00Z', '2026-01-02T03:04:05Z'])('may be %s', (date) => {
    expect(checkRecordedAt(new Date(date))).toEqual(new Date(date));
  });

  it.each([
    '1849-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '-000100-01-01T00:00:00Z',
    '2999-01-01T00:00:00Z',
  ])('cannot be %s', (date) => {
    expect(() => checkRecordedAt(new Date(date))).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'INPUT_INVALID' }) }),
    );
  });
});
