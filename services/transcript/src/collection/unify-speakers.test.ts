import { unifySpeakers, type Candidate, type SpeakerDecision } from './unify-speakers.ts';

const at = (degrees: number): number[] => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180),
];
/** `a1` is a speaker of recording 1. */
const speaker = (id: string, degrees: number | null, rest: Partial<Candidate> = {}): Candidate => ({
  id,
  recordingId: id.slice(1),
  identity: null,
  denied: new Set(),
  voices: new Map(degrees === null ? [] : [['m', at(degrees)]]),
  ...rest,
});
const groups = (candidates: Candidate[], decisions: SpeakerDecision[] = [], threshold = 0.9) =>
  unifySpeakers(candidates, decisions, () => threshold).map((members) =>
    members.map(({ id }) => id).join(' '),
  );
const same = (speakerId: string, otherId: string) => ({ speakerId, otherId, same: true });
const different = (speakerId: string, otherId: string) => ({ speakerId, otherId, same: false });

describe('the same person across recordings', () => {
  it('is found by their voice, down to the threshold', () => {
    const candidates = [
      speaker('a1', 0),
      speaker('b1', 90),
      speaker('a2', 10),
      speaker('b2', 80),
      speaker('c2', 45),
    ];
    expect(groups(candidates)).toEqual(['a1 a2', 'b1 b2', 'c2']);
    const [first] = unifySpeakers(candidates, [], () => 0.9);
    expect(first?.[1]).toEqual({
      id: 'a2',
      reason: 'VOICE',
      similarity: expect.closeTo(Math.cos(Math.PI / 18)),
      model: 'm',
    });
    expect(groups(candidates, [], 0.99)).toEqual(['a1', 'b1', 'a2', 'b2', 'c2']);
  });

  it('is never two speakers of one recording, however alike', () => {
    expect(groups([speaker('a1', 0), speaker('b1', 1), speaker('a2', 0)])).toEqual(['a1 a2', 'b1']);
  });

  it('is not found by the best of many pairs: the mean of all counts', () => {
    // 0° and 24° would meet over 12°, but 0 to 36 and 12 to 36 mean too little.
    expect(groups([speaker('a1', 0), speaker('a2', 12), speaker('a3', 36)])).toEqual(['a1 a2', 'a3']);
  });

  it('is told by their name where there is no voice, and different names are different people', () => {
    const named = (id: string, identity: string, degrees: number | null) =>
      speaker(id, degrees, { identity });
    expect(groups([named('a1', 'anna', null), named('b2', 'anna', null), named('c3', 'ben', null)])).toEqual([
      'a1 b2',
      'c3',
    ]);
    expect(groups([named('a1', 'anna', 0), named('b2', 'ben', 0), speaker('c3', 0)])).toEqual([
      'a1 c3',
      'b2',
    ]);
  });

  it('is never found between vectors of different models', () => {
    const other = speaker('a2', 0, { voices: new Map([['n', at(0)]]) });
    expect(groups([speaker('a1', 0), other])).toEqual(['a1', 'a2']);
  });

  it('is told by a model that knows both, where several do by the one that knows most, else by the first', () => {
    const known = (id: string, voices: Record<string, number>) =>
      speaker(id, null, {
        voices: new Map(Object.entries(voices).map(([model, degrees]) => [model, at(degrees)])),
      });
    expect(groups([known('a1', { old: 0, new: 5 }), known('a2', { new: 5 })])).toEqual(['a1 a2']);
    const both = [known('a1', { new: 0, old: 0 }), known('a2', { new: 5, old: 90 })];
    expect(groups(both)).toEqual(['a1 a2']);
    expect(unifySpeakers(both, [], () => 0.9)[0]?.[0]?.model).toBe('new');
    expect(groups([...both, known('a3', { old: 90 })])).toEqual(['a1', 'a2 a3']);
  });

  it('is who a person says it is, against voices and names', () => {
    const candidates = [
      speaker('a1', 0, { identity: 'anna' }),
      speaker('b2', 90, { identity: 'ben' }),
      speaker('c3', 0),
    ];
    expect(groups(candidates, [same('a1', 'b2')])).toEqual(['a1 b2', 'c3']);
    expect(groups(candidates, [different('a1', 'c3')])).toEqual(['a1', 'b2', 'c3']);
    const [first] = unifySpeakers(candidates, [same('a1', 'b2')], () => 0.9);
    expect(first?.map(({ reason }) => reason)).toEqual(['PERSON', 'PERSON']);
  });

  it('is nobody whom a person said they are not, neither by name nor by voice', () => {
    const denying = speaker('b2', 0, { denied: new Set(['anna']) });
    const late = speaker('c3', 0, { identity: 'anna' });
    expect(groups([speaker('a1', 0, { identity: 'anna' }), denying, late])).toEqual(['a1 c3', 'b2']);
    expect(groups([denying, late, speaker('d4', 0)])).toEqual(['b2 d4', 'c3']);
    expect(groups([denying, late], [same('b2', 'c3')])).toEqual(['b2 c3']);
  });

  it('leaves out a decision that would make two speakers of one recording one', () => {
    const candidates = [speaker('a1', 0), speaker('b1', 90), speaker('a2', 45)];
    expect(groups(candidates, [same('a1', 'a2'), same('a2', 'b1')])).toEqual(['a1 a2', 'b1']);
  });
});
