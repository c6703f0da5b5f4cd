import type { EventPayload, speakerIdentified } from '@colloquy/contracts';
import { inTransaction, type JobQueue } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { lockRecording } from '../recording/lock-recording.ts';
import { WebhookDelivery } from './webhook-delivery.entity.ts';
import { EVENT_TYPES, WebhookEvent } from './webhook-event.ts';
import { listeners, writeDelivery } from './webhook-outbox.ts';

type Identified = EventPayload<typeof speakerIdentified>;

const TYPE = EVENT_TYPES[WebhookEvent.SPEAKER_IDENTIFIED];

/** Tells webhooks of speakers who were found to be known persons, or perhaps to be. */
export class SpeakerWebhooks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
  ) {}

  /** The same about the same speaker a second time is not told again. */
  async tell({ workspaceId, ...data }: Identified): Promise<void> {
    const { recordingId, speakerId, profileId, outcome } = data;
    const covered = `${speakerId}:${profileId}:${outcome}`;
    await inTransaction(this.dataSource, async (tx) => {
      const webhooks = await listeners(tx, workspaceId, WebhookEvent.SPEAKER_IDENTIFIED);
      if (webhooks.length === 0 || !(await lockRecording(tx, workspaceId, recordingId))) return;
      for (const webhook of webhooks) {
        const told = await tx
          .createQueryBuilder(WebhookDelivery, 'delivery')
          .where({ recordingId, webhookId: webhook.id, workspaceId, type: TYPE })
          .andWhere('delivery.covers @> array[:covered]::text[]', { covered })
          .getExists();
        if (!told)
          await writeDelivery(tx, this.jobs, webhook, { type: TYPE, data, recordingId, covers: [covered] });
      }
    });
  }
}
