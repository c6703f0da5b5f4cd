import { orProblem, Problem, type Connection, type Context } from '@colloquy/subgraph';
import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  WebhookDelivery,
  WebhookDeliveryConnection,
  WebhookDeliveryStatus,
} from './webhook-delivery.entity.ts';
import type { WebhookDeliveryService } from './webhook-delivery.service.ts';
import { Webhook } from './webhook.entity.ts';
import type { WebhookService } from './webhook.service.ts';
import {
  CreateWebhookInput,
  DeletedWebhook,
  DeleteWebhookResult,
  IssuedWebhookSecret,
  RedriveWebhookDeliveriesResult,
  RedrivenWebhookDeliveries,
  UpdateWebhookInput,
  WebhookDeliveryResult,
  WebhookResult,
  WebhookSecretResult,
} from './webhook.types.ts';

@Resolver(() => Webhook)
export class WebhookResolver {
  constructor(
    private readonly service: WebhookService,
    private readonly deliveryLog: WebhookDeliveryService,
  ) {}

  @Query(() => [Webhook], {
    nullable: true,
    description: 'The workspace’s webhooks, in the order they were made.',
  })
  webhooks(@Ctx() { workspaceId }: Context): Promise<Webhook[]> {
    return this.service.list(workspaceId);
  }

  @Query(() => Webhook, { nullable: true, description: 'One webhook; null when there is none with this id.' })
  webhook(
    @Arg('id', () => ID, { description: 'The webhook.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Webhook | null> {
    return this.service.find(id, context);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'Until when requests are also signed with the secret before, null when they are not.',
  })
  oldSecretValidUntil(@Root() { previousSecretUntil }: Webhook): Date | null {
    return previousSecretUntil && previousSecretUntil > new Date() ? previousSecretUntil : null;
  }

  @FieldResolver(() => Int, { description: 'How many deliveries were given up.' })
  async deadLetterCount(@Root() { id }: Webhook, @Ctx() context: Context): Promise<number> {
    const [counted] = await this.deliveryLog.deadLetters(id, context);
    return counted?.count ?? 0;
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    nullable: true,
    description: 'What was sent to it or will be, newest first. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID.',
  })
  deliveries(
    @Root() { id }: Webhook,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Go on behind this cursor.' })
    after: string | null,
    @Arg('status', () => WebhookDeliveryStatus, { nullable: true, description: 'Only these.' })
    status: WebhookDeliveryStatus | null,
    @Ctx() { workspaceId }: Context,
  ): Promise<Connection<WebhookDelivery>> {
    return this.deliveryLog.page(workspaceId, id, { first, after, status });
  }

  @Mutation(() => WebhookSecretResult, { description: 'Makes a webhook and tells its secret, this once.' })
  createWebhook(
    @Arg('input', () => CreateWebhookInput, { description: 'The webhook.' }) input: CreateWebhookInput,
    @Ctx() { workspaceId }: Context,
  ): Promise<IssuedWebhookSecret | Problem> {
    return orProblem(async () => issued(await this.service.create(workspaceId, input)));
  }

  @Mutation(() => WebhookResult, { description: 'Changes a webhook, or switches it off or on.' })
  updateWebhook(
    @Arg('input', () => UpdateWebhookInput, { description: 'The webhook and its changes.' })
    input: UpdateWebhookInput,
    @Ctx() { workspaceId }: Context,
  ): Promise<Webhook | Problem> {
    const { id, ...changes } = input;
    return orProblem(async () => this.service.update(workspaceId, id, changes));
  }

  @Mutation(() => DeleteWebhookResult, {
    description: 'Deletes a webhook with the log of its deliveries, for good.',
  })
  deleteWebhook(
    @Arg('id', () => ID, { description: 'The webhook.' }) id: string,
    @Ctx() { workspaceId }: Context,
  ): Promise<DeletedWebhook | Problem> {
    return orProblem(async () => {
      await this.service.remove(workspaceId, id);
      return Object.assign(new DeletedWebhook(), { id });
    });
  }

  @Mutation(() => WebhookSecretResult, {
    description: 'Gives a webhook a new secret and tells it, this once. For a while both sign.',
  })
  rotateWebhookSecret(
    @Arg('id', () => ID, { description: 'The webhook.' }) id: string,
    @Arg('keepOldForHours', () => Float, {
      defaultValue: 24,
      description: 'How long the old secret signs as well, 0 to 168; 0 when it has become known.',
    })
    keepOldForHours: number,
    @Ctx() { workspaceId }: Context,
  ): Promise<IssuedWebhookSecret | Problem> {
    return orProblem(async () => issued(await this.service.rotateSecret(workspaceId, id, keepOldForHours)));
  }

  @Mutation(() => WebhookDeliveryResult, {
    description:
      'Sends `webhook.test` to a webhook, even when it is switched off; what came of it is in the log.',
  })
  sendTestWebhook(
    @Arg('id', () => ID, { description: 'The webhook.' }) id: string,
    @Ctx() { workspaceId }: Context,
  ): Promise<WebhookDelivery | Problem> {
    return orProblem(() => this.deliveryLog.sendTest(workspaceId, id));
  }

  @Mutation(() => WebhookDeliveryResult, {
    description: 'Sends a dead letter again, with the same id and as many attempts as a new one.',
  })
  redriveWebhookDelivery(
    @Arg('id', () => ID, { description: 'The delivery.' }) id: string,
    @Ctx() { workspaceId }: Context,
  ): Promise<WebhookDelivery | Problem> {
    return orProblem(() => this.deliveryLog.redrive(workspaceId, id));
  }

  @Mutation(() => RedriveWebhookDeliveriesResult, {
    description: 'Sends the dead letters of a webhook again, the oldest 500 at once.',
  })
  redriveWebhookDeliveries(
    @Arg('webhookId', () => ID, { description: 'The webhook.' }) webhookId: string,
    @Ctx() { workspaceId }: Context,
  ): Promise<RedrivenWebhookDeliveries | Problem> {
    return orProblem(async () =>
      Object.assign(
        new RedrivenWebhookDeliveries(),
        await this.deliveryLog.redriveAll(workspaceId, webhookId),
      ),
    );
  }
}

const issued = (webhook: Webhook): IssuedWebhookSecret =>
  Object.assign(new IssuedWebhookSecret(), { webhook, secret: webhook.secret });
