import { connectionOf } from '@colloquy/subgraph';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum WebhookDeliveryStatus {
  PENDING = 'PENDING',
  DELIVERED = 'DELIVERED',
  DEAD_LETTER = 'DEAD_LETTER',
}

registerEnumType(WebhookDeliveryStatus, {
  name: 'WebhookDeliveryStatus',
  description: 'Where the delivery of an event stands.',
  valuesConfig: {
    PENDING: { description: 'It waits for its first or its next attempt.' },
    DELIVERED: { description: 'The receiver answered with 2xx.' },
    DEAD_LETTER: { description: 'It is not tried again by itself; `redriveWebhookDelivery` does.' },
  },
});

/** One event for one webhook, with what was sent and what was answered last. */
@ObjectType({ description: 'One event on its way to one webhook, and what became of it.' })
@Entity('webhook_delivery')
export class WebhookDelivery {
  @Field(() => ID, {
    description:
      'Its id, also the event’s: the same with every attempt, so that receivers can tell repetitions.',
  })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @Column('uuid', { name: 'webhook_id' })
  webhookId: string;

  @Field({ description: 'What happened, for example `recording.ready`.' })
  @Column('text')
  type: string;

  @Column('uuid', { name: 'recording_id', nullable: true })
  recordingId: string | null;

  @Field({ name: 'requestBody', description: 'What is sent: JSON.' })
  @Column('text')
  body: string;

  /** The changes of a transcript it tells of: one that comes again is not told again. */
  @Column('text', { array: true })
  covers: string[];

  @Field(() => WebhookDeliveryStatus, { description: 'Where it stands.' })
  @Column('text')
  status: WebhookDeliveryStatus;

  @Field(() => Int, { description: 'How often it was tried.' })
  @Column('int')
  attempts: number;

  /** Failures since it was written or driven again: which wait comes next. */
  @Column('int')
  retries: number;

  @Field(() => Date, { description: 'When it was written.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** When the first attempt began: from then on its body is settled. */
  @Column('timestamptz', { name: 'begun_at', nullable: true })
  begunAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the last attempt ended, null before the first.' })
  @Column('timestamptz', { name: 'last_attempt_at', nullable: true })
  lastAttemptAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it is tried next, null when it is not.' })
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  nextAttemptAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status of the last answer, null when none came.',
  })
  @Column('int', { name: 'response_status', nullable: true })
  responseStatus: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The body of the last answer, its first 4,000 characters.',
  })
  @Column('text', { name: 'response_body', nullable: true })
  responseBody: string | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed, in words.' })
  @Column('text', { nullable: true })
  error: string | null;
}

export const { Connection: WebhookDeliveryConnection } = connectionOf(
  'WebhookDelivery',
  () => WebhookDelivery,
);
