import { mapSpeakers, type SpokenVersion } from './map-speakers.ts';
import { speakersBefore } from './speaker-version.ts';

interface Someone {
  name?: string;
  profileId?: string;
  absent?: boolean;
  /** Second in which they speak. */
  at?: number;
}

function version(speakers: Record<string, Someone>): SpokenVersion {
  const rows = Object.entries(speakers).map(
    ([id, { name = null, profileId = null, absent = false }], position) => ({
      id,
      label: `SPEAKER_0${position}`,
      position,
      name,
      profileId,
      absent,
      joinedInto: null,
    }),
  );
  return {
    everySpeaker: speakersBefore(rows, []),
    segments: Object.entries(speakers).flatMap(([speakerId, { at }]) =>
      at === undefined ? [] : [{ speakerId, startMs: at * 1_000, endMs: at * 1_000 + 900 }],
    ),
  };
}
const mapped = (
  earlier: Record<string, Someone>,
  later: Record<string, Someone>,
  became: Record<string, string> = {},
) => Object.fromEntries(mapSpeakers(version(earlier), version(later), new Map(Object.entries(became))));

describe('speakers of two transcripts', () => {
  it('are whoever they became when the recording was processed again', () => {
    const later = { x: { at: 1 }, y: { name: 'Anna', at: 2 }, z: { absent: true } };
    expect(mapped({ a: { name: 'Anna', at: 1 }, b: { at: 2 } }, later, { a: 'x', b: 'z' })).toEqual({
      a: 'x',
      b: 'z',
    });
  });

  it('are the same known person, whatever they are called and when they speak', () => {
    expect(
      mapped(
        { a: { profileId: 'p', name: 'Ann', at: 1 }, b: { at: 2 } },
        { x: { at: 1 }, y: { profileId: 'p', name: 'Anna', at: 2 }, z: { at: 2 } },
      ),
    ).toEqual({ a: 'y', b: 'z' });
  });

  it('bear the same name, unless several do', () => {
    expect(mapped({ a: { name: 'Anna', at: 1 } }, { x: { at: 1 }, y: { name: 'Anna', at: 5 } })).toEqual({
      a: 'y',
    });
    expect(
      mapped({ a: { name: 'Anna', at: 1 } }, { x: { name: 'Anna', at: 1 }, y: { name: 'Anna', at: 5 } }),
    ).toEqual({ a: 'x' });
  });

  it('speak at the same times, though they are called otherwise', () => {
    expect(
      mapped(
        { a: { name: 'Anna', at: 1 }, b: { at: 2 }, c: { at: 9 } },
        { x: { name: 'Ann', at: 1 }, y: { at: 2 } },
      ),
    ).toEqual({ a: 'x', b: 'y' });
  });

  it('may be gone by now, where nobody else bears the name', () => {
    expect(
      mapped({ a: { name: 'Cleo', at: 1 } }, { x: { at: 1 }, y: { name: 'Cleo', absent: true } }),
    ).toEqual({
      a: 'y',
    });
  });
});
