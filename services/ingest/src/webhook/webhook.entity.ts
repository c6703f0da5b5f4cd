import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { WebhookEvent } from './webhook-event.ts';

@ObjectType({ description: 'An address that is told of events by signed HTTP requests.' })
@Entity('webhook')
export class Webhook {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Field({ description: 'Where requests are sent.' })
  @Column('text')
  url: string;

  @Field(() => String, { nullable: true, description: 'What it is for, in somebody’s own words.' })
  @Column('text', { nullable: true })
  description: string | null;

  @Field(() => [WebhookEvent], { description: 'What it is told of.' })
  @Column('text', { array: true })
  events: WebhookEvent[];

  @Field({ description: 'Whether it is told of anything at the moment.' })
  @Column('boolean')
  enabled: boolean;

  /** Signs; told once, when it is made, and never again. */
  @Column('text')
  secret: string;

  @Column('text', { name: 'previous_secret', nullable: true })
  previousSecret: string | null;

  @Column('timestamptz', { name: 'previous_secret_until', nullable: true })
  previousSecretUntil: Date | null;

  @Field(() => Date, { description: 'When it was made.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** The secrets that sign at a moment, the newest first: two while receivers change to the new one. */
export function secretsOf(webhook: Webhook, at: Date): string[] {
  const { secret, previousSecret, previousSecretUntil } = webhook;
  return previousSecret && previousSecretUntil && previousSecretUntil > at
    ? [secret, previousSecret]
    : [secret];
}
