import { Problem } from '@colloquy/subgraph';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { WebhookDelivery } from './webhook-delivery.entity.ts';
import { WebhookEvent } from './webhook-event.ts';
import { Webhook } from './webhook.entity.ts';

@InputType({ description: 'A new webhook.' })
export class CreateWebhookInput {
  @Field({
    description: 'Where requests are sent: https or http, on the public internet, without name and password.',
  })
  url: string;

  @Field(() => [WebhookEvent], { description: 'What it is told of, at least one.' })
  events: WebhookEvent[];

  @Field(() => String, { nullable: true, description: 'What it is for, up to 200 characters.' })
  description?: string | null;
}

@InputType({ description: 'Changes of a webhook; what is left out stays.' })
export class UpdateWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Where requests are sent.' })
  url?: string | null;

  @Field(() => [WebhookEvent], { nullable: true, description: 'What it is told of, at least one.' })
  events?: WebhookEvent[] | null;

  @Field(() => String, { nullable: true, description: 'What it is for; null empties it.' })
  description?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False: it is told of nothing, and what still waits for it becomes a dead letter.',
  })
  enabled?: boolean | null;
}

@ObjectType({ description: 'A webhook and its new secret, which is told this once.' })
export class IssuedWebhookSecret {
  @Field(() => Webhook, { description: 'The webhook.' })
  webhook: Webhook;

  @Field({
    description: 'What requests are signed with: `whsec_` and base64. Keep it where the receiver finds it.',
  })
  secret: string;
}

@ObjectType({ description: 'A webhook that is gone, with the log of its deliveries.' })
export class DeletedWebhook {
  @Field(() => ID, { description: 'The id it had.' })
  id: string;
}

@ObjectType({ description: 'Dead letters that are on their way again.' })
export class RedrivenWebhookDeliveries {
  @Field(() => Int, { description: 'How many are sent again, at most 500 at once.' })
  count: number;

  @Field(() => Int, { description: 'How many dead letters are left.' })
  remaining: number;
}

export const WebhookResult = createUnionType({
  name: 'WebhookResult',
  description: 'The webhook, or why it could not be changed.',
  types: () => [Webhook, Problem] as const,
});

export const WebhookSecretResult = createUnionType({
  name: 'WebhookSecretResult',
  description: 'The webhook with its new secret, or why there is none.',
  types: () => [IssuedWebhookSecret, Problem] as const,
});

export const DeleteWebhookResult = createUnionType({
  name: 'DeleteWebhookResult',
  description: 'What was deleted, or why it could not be.',
  types: () => [DeletedWebhook, Problem] as const,
});

export const WebhookDeliveryResult = createUnionType({
  name: 'WebhookDeliveryResult',
  description: 'The delivery, or why it is not sent.',
  types: () => [WebhookDelivery, Problem] as const,
});

export const RedriveWebhookDeliveriesResult = createUnionType({
  name: 'RedriveWebhookDeliveriesResult',
  description: 'What is sent again, or why nothing is.',
  types: () => [RedrivenWebhookDeliveries, Problem] as const,
});
