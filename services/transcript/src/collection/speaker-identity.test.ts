import { claimsOf, identitiesOf } from './speaker-identity.ts';

const speaker = (name: string | null, profileId: string | null = null) => ({ name, profileId });

describe('who speakers are for certain', () => {
  it('is told by their name, upper and lower case alike', () => {
    const [anna, again, nobody] = identitiesOf([speaker('Anna'), speaker('anna'), speaker(null)]);
    expect(anna).toMatch(/^name:/);
    expect([again, nobody]).toEqual([anna, null]);
    expect(identitiesOf([speaker('Ann')])).not.toEqual([anna]);
  });

  it('is told by their profile, which a name alone stands for when only one has it', () => {
    expect(identitiesOf([speaker('Anna', 'p1'), speaker('Anna')])).toEqual(['profile:p1', 'profile:p1']);
    expect(identitiesOf([speaker('Anna', 'p1'), speaker('Anna', 'p2'), speaker('Anna')])).toEqual([
      'profile:p1',
      'profile:p2',
      expect.stringMatching(/^name:/),
    ]);
  });

  it('is not to be read where it is kept', () => {
    expect(claimsOf(speaker('Anna', 'p1')).join()).not.toMatch(/anna/i);
  });
});
