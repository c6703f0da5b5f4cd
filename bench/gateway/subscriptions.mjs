// A thousand browsers follow one recording: each over its own WebSocket, each told of the state now and of each change.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { peakMegabytes } from './processes.mjs';

const STATUS = 'subscription ($id: ID!) { recordingStatusChanged(recordingId: $id) { status } }';
const PATIENCE_MS = 60_000;

async function mutate(url, query, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0];
}

/** Opens `count` subscriptions, then cancels the recording; how many saw both states, and how long that took. */
export async function measureSubscriptions(gateway, count) {
  const recording = await mutate(
    gateway.url,
    'mutation { createSampleRecording { ... on Recording { id status } ... on Problem { message } } }',
  );
  if (!recording.id) throw new Error(recording.message);
  let begun = 0;
  let told = 0;
  let wake = () => undefined;
  const troubles = [];
  const begin = performance.now();
  const clients = Array.from({ length: count }, () => {
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    let events = 0;
    client.subscribe(
      { query: STATUS, variables: { id: recording.id } },
      {
        next: ({ data, errors }) => {
          if (errors) return troubles.push(JSON.stringify(errors));
          events += 1;
          if (events === 1) begun += 1;
          if (data.recordingStatusChanged.status === 'CANCELLED') told += 1;
          wake();
        },
        error: (error) => troubles.push(String(error?.reason ?? error)),
        complete: () => undefined,
      },
    );
    return client;
  });
  const until = async (done) => {
    const deadline = Date.now() + PATIENCE_MS;
    while (!done() && troubles.length === 0 && Date.now() < deadline)
      await new Promise((resolve) => {
        wake = resolve;
        setTimeout(resolve, 100);
      });
  };
  await until(() => begun === count);
  const openMs = performance.now() - begin;
  const changed = performance.now();
  if (begun === count)
    await mutate(
      gateway.url,
      'mutation ($id: ID!) { cancelProcessing(id: $id) { ... on Recording { id } ... on Problem { message } } }',
      { id: recording.id },
    );
  await until(() => told === count);
  const toldMs = performance.now() - changed;
  await Promise.all(clients.map((client) => client.dispose()));
  if (troubles.length > 0) console.error(`${troubles.length} subscriptions failed: ${troubles[0]}`);
  return { served: Math.min(begun, told), openMs, toldMs, peakMb: await peakMegabytes(gateway.pid) };
}
