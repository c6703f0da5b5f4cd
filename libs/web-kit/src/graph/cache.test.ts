import { Client, fetchExchange, gql } from 'urql';
import { graphCache } from './cache.ts';

const ANSWERS: Record<string, object> = {
  History: { speakerProfileHistory: { __typename: 'SpeakerProfileChangeConnection', totalCount: 1 } },
  Deny: { answered: { __typename: 'Speaker' } },
  Refuse: { answered: { __typename: 'Problem' } },
};

const mutation = (name: string) => gql`
  mutation ${name} {
    answered: rejectIdentification(speakerId: "s") {
      __typename
    }
  }
`;

it('asks again for the changes of people on screen after an answer to who somebody is', async () => {
  const asked: string[] = [];
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [graphCache(), fetchExchange],
    fetch: async (_url, request) => {
      const { operationName } = JSON.parse(String(request?.body)) as { operationName: string };
      asked.push(operationName);
      return new Response(JSON.stringify({ data: ANSWERS[operationName] }), {
        headers: { 'content-type': 'application/json' },
      });
    },
  });
  const history = gql`
    query History {
      speakerProfileHistory(first: 10) {
        totalCount
      }
    }
  `;
  let told = 0;
  const until = async (came: () => boolean) => {
    while (!came()) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const { unsubscribe } = client.query(history, {}).subscribe(() => (told += 1));
  await until(() => told === 1);
  await client.mutation(mutation('Refuse'), {}).toPromise();
  await client.mutation(mutation('Deny'), {}).toPromise();
  await until(() => asked.length === 4);
  unsubscribe();
  expect(asked).toEqual(['History', 'Refuse', 'Deny', 'History']);
});
