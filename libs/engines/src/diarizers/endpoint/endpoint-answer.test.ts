import { endpointResponse } from './endpoint-answer.ts';

const read = (values: object) =>
  endpointResponse.safeParse({ predictions: [{ status: 'success', segments: [], ...values }] });

test('reads voices as an object or as JSON in a string, by whatever label', () => {
  const voices = { toString: [1, 2] };
  for (const speaker_embeddings of [voices, JSON.stringify(voices)]) {
    const { data } = read({ speaker_embeddings });
    expect(data?.predictions[0].speaker_embeddings).toEqual(new Map([['toString', [1, 2]]]));
  }
});

test('says where JSON in a string is none, as with Python’s NaN', () => {
  const { error } = read({ speaker_embeddings: '{"A": [NaN]}' });
  expect(error?.issues).toEqual([
    expect.objectContaining({
      path: ['predictions', 0, 'speaker_embeddings'],
      message: expect.stringMatching(/^it is no JSON: .*NaN/),
    }),
  ]);
});
