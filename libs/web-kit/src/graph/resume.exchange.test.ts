import { cacheExchange } from '@urql/exchange-graphcache';
import {
  Client,
  fetchExchange,
  gql,
  type AnyVariables,
  type OperationResult,
  type RequestPolicy,
} from 'urql';
import { resumeExchange } from './resume.exchange.ts';

const DOWN = { message: 'Down.', path: ['recording'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };
const REFUSED = { message: 'No.', path: ['recording'], extensions: { code: 'NOT_ALLOWED' } };
const QUERY = gql`
  query {
    recording {
      id
      title
    }
  }
`;

const titled = (title: string) => ({ data: { recording: { __typename: 'Recording', id: '1', title } } });
const failing = (error: object) => ({ data: { recording: null }, errors: [error] });

/** A page that shows a recording: what it was told, and a server that answers as said, the last for ever. */
function page(...answers: (object | Error)[]) {
  const told: [title: string | undefined, failed: boolean][] = [];
  let asked = 0;
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [resumeExchange, cacheExchange({}), fetchExchange],
    fetch: async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
    },
  });
  const look = (requestPolicy: RequestPolicy) =>
    client
      .query(QUERY, {}, { requestPolicy })
      .subscribe(
        ({ data, error, stale }: OperationResult<{ recording?: { title: string } }, AnyVariables>) => {
          if (!stale) told.push([data?.recording?.title, error !== undefined]);
        },
      ).unsubscribe;
  let leave = look('cache-and-network');
  /** As a page does that asks again. */
  const lookAgain = () => {
    leave();
    leave = look('network-only');
  };
  const ask = () => client.query(QUERY, {}, { requestPolicy: 'network-only' }).toPromise();
  return { told, ask, lookAgain, leave: () => leave(), asked: () => asked };
}

const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** As long as it takes: a test that waits in vain fails by its limit. */
const until = async (came: () => boolean) => {
  while (!came()) await passed(10);
};

describe('a query on screen', () => {
  it('keeps what it had while its service does not answer, and asks until it does', async () => {
    const { told, ask, leave } = page(titled('Call'), failing(DOWN), new Error('away'), titled('Long call'));
    await until(() => told.length === 1);
    await ask();
    await until(() => told.length === 4);
    leave();
    expect(told).toEqual([
      ['Call', false],
      ['Call', true],
      ['Call', true],
      ['Long call', false],
    ]);
  });

  it('keeps what it had, too, where the page asks again in just that moment', async () => {
    const { told, lookAgain, leave, asked } = page(titled('Call'), failing(DOWN), titled('Long call'));
    await until(() => told.length === 1);
    lookAgain();
    await until(() => told.length === 3);
    leave();
    await passed(600);
    expect(told).toEqual([
      ['Call', false],
      ['Call', true],
      ['Long call', false],
    ]);
    expect(asked()).toBe(3);
  });

  it('that was never answered says so, and asks until it is', async () => {
    const { told, leave, asked } = page(failing(DOWN), titled('Call'));
    await until(() => told.length === 2);
    leave();
    expect(told).toEqual([
      [undefined, true],
      ['Call', false],
    ]);
    expect(asked()).toBe(2);
  });

  it('that is refused is not kept, nor asked again; nor is one that nobody looks at any more', async () => {
    const refused = page(titled('Call'), failing(REFUSED));
    const left = page(failing(DOWN));
    await until(() => refused.told.length === 1 && left.told.length === 1);
    await refused.ask();
    left.leave();
    await passed(600);
    refused.leave();
    expect(refused.told.at(-1)).toEqual([undefined, true]);
    expect([refused.asked(), left.asked()]).toEqual([2, 1]);
  });
});
