import { eventually } from '@colloquy/testkit';
import type { RunningIngest } from './running-ingest.ts';

const DELIVERY = `id type status attempts requestBody responseStatus responseBody error nextAttemptAt`;

export interface DeliveryShape {
  id: string;
  type: string;
  status: string;
  attempts: number;
  requestBody: string;
  responseStatus: number | null;
  responseBody: string | null;
  error: string | null;
  nextAttemptAt: string | null;
}

export interface DeliveryConnectionShape {
  totalCount: number;
  edges: { cursor: string; node: DeliveryShape }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface WebhookShape {
  id: string;
  url: string;
  description: string | null;
  events: string[];
  enabled: boolean;
  deadLetterCount: number;
  oldSecretValidUntil: string | null;
  deliveries: DeliveryConnectionShape;
}

export type WebhookAnswer = Partial<WebhookShape & DeliveryShape> & {
  __typename: string;
  code?: string;
  webhook?: { id: string };
  secret?: string;
  count?: number;
  remaining?: number;
};

const SECRET = '... on IssuedWebhookSecret { webhook { id } secret }';
const ANSWERS: Record<string, string> = {
  createWebhook: SECRET,
  rotateWebhookSecret: SECRET,
  updateWebhook: '... on Webhook { id url description events enabled }',
  deleteWebhook: '... on DeletedWebhook { id }',
  sendTestWebhook: `... on WebhookDelivery { ${DELIVERY} }`,
  redriveWebhookDelivery: `... on WebhookDelivery { ${DELIVERY} }`,
  redriveWebhookDeliveries: '... on RedrivenWebhookDeliveries { count remaining }',
};

/** Calls a webhook mutation. @param args as they stand in the document, for example `id: "…"` */
export async function callWebhook(ingest: RunningIngest, name: string, args: string): Promise<WebhookAnswer> {
  const data = await ingest.graph.query<Record<string, WebhookAnswer>>(
    `mutation { ${name}(${args}) { __typename ... on Problem { code message } ${ANSWERS[name]} } }`,
  );
  return data[name] as WebhookAnswer;
}

export async function createWebhook(
  ingest: RunningIngest,
  url: string,
  events: string,
): Promise<{ id: string; secret: string }> {
  const answer = await callWebhook(ingest, 'createWebhook', `input: { url: "${url}", events: [${events}] }`);
  if (!answer.webhook || !answer.secret) throw new Error(JSON.stringify(answer));
  return { id: answer.webhook.id, secret: answer.secret };
}

export async function findWebhook(ingest: RunningIngest, id: string, deliveries = ''): Promise<WebhookShape> {
  const { webhook } = await ingest.graph.query<{ webhook: WebhookShape | null }>(
    `query ($id: ID!) { webhook(id: $id) {
      id url description events enabled deadLetterCount oldSecretValidUntil
      deliveries${deliveries} { totalCount edges { cursor node { ${DELIVERY} } } pageInfo { hasNextPage endCursor } }
    } }`,
    { id },
  );
  if (!webhook) throw new Error(`there is no webhook ${id}`);
  return webhook;
}

/** The newest delivery of a webhook, once it stands so. */
export function reachesDelivery(
  ingest: RunningIngest,
  webhookId: string,
  status: string,
): Promise<DeliveryShape> {
  return eventually(async () => {
    const { deliveries } = await findWebhook(ingest, webhookId);
    const [newest] = deliveries.edges;
    return newest?.node.status === status ? newest.node : null;
  });
}
