import { identitiesOf } from './speaker-identity.ts';

const speaker = (name: string | null, profileId: string | null = null) => ({ name, profileId });

describe('who speakers are for certain', () => {
  it('is told by their name, upper and lower case alike', () => {
    expect(identitiesOf([speaker('Anna'), speaker('anna'), speaker(null)])).toEqual([
      'name:anna',
      'name:anna',
      null,
    ]);
  });

  it('is told by their profile, which a name alone stands for when only one has it', () => {
    expect(identitiesOf([speaker('Anna', 'p1'), speaker('Anna')])).toEqual(['profile:p1', 'profile:p1']);
    expect(identitiesOf([speaker('Anna', 'p1'), speaker('Anna', 'p2'), speaker('Anna')])).toEqual([
      'profile:p1',
      'profile:p2',
      'name:anna',
    ]);
  });
});
