import type { EventPayload, transcriptChanged } from '@colloquy/contracts';
import { inTransaction, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { lockRecording } from '../recording/lock-recording.ts';
import { WebhookDelivery, WebhookDeliveryStatus } from './webhook-delivery.entity.ts';
import { bodyOf, EVENT_TYPES, WebhookEvent } from './webhook-event.ts';
import { listeners, writeDelivery } from './webhook-outbox.ts';
import type { Webhook } from './webhook.entity.ts';

type Change = EventPayload<typeof transcriptChanged>;

/** More are not listed one by one: the receiver reads the transcript anew. */
const MAX_SEGMENTS = 200;
const TYPE = EVENT_TYPES[WebhookEvent.TRANSCRIPT_CHANGED];

/** What receivers are told of a transcript's changes. */
interface ChangeData {
  recordingId: string;
  transcriptId: string;
  version: number;
  reasons: Change['reason'][];
  segmentIds: string[] | null;
}

/**
 * Tells webhooks of changed transcripts. The first change opens a delivery that is sent a moment later; what changes
 * until then joins it, so that two hundred edits in a row are one request.
 */
export class TranscriptWebhooks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
    private readonly coalesceSeconds: number,
  ) {}

  /** The same change a second time is not told again. */
  async tell(change: Change): Promise<void> {
    const { workspaceId, recordingId } = change;
    await inTransaction(this.dataSource, async (tx) => {
      const webhooks = await listeners(tx, workspaceId, WebhookEvent.TRANSCRIPT_CHANGED);
      if (webhooks.length === 0 || !(await lockRecording(tx, workspaceId, recordingId))) return;
      for (const webhook of webhooks) await this.tellOne(tx, webhook, change);
    });
  }

  private async tellOne(tx: EntityManager, webhook: Webhook, change: Change): Promise<void> {
    const { recordingId, transcriptId, version } = change;
    const covered = `${transcriptId}:${version}`;
    const earlier = () =>
      tx
        .createQueryBuilder(WebhookDelivery, 'delivery')
        .where({ recordingId, webhookId: webhook.id, workspaceId: webhook.workspaceId, type: TYPE });
    if (await earlier().andWhere('delivery.covers @> array[:covered]::text[]', { covered }).getExists())
      return;
    const open = await earlier()
      .andWhere({ status: WebhookDeliveryStatus.PENDING, attempts: 0 })
      .andWhere('delivery.begun_at is null')
      .orderBy('delivery.id', 'DESC')
      .limit(1)
      .setLock('pessimistic_write')
      .getOne();
    const data = open && joined(dataOf(open), change);
    if (open && data) {
      const { id, type, createdAt, workspaceId } = open;
      const body = bodyOf({ id, type, createdAt, workspaceId, data });
      await tx.update(WebhookDelivery, { id, workspaceId }, { body, covers: [...open.covers, covered] });
      return;
    }
    await writeDelivery(tx, this.jobs, webhook, {
      type: TYPE,
      data: dataFrom(change),
      recordingId,
      covers: [covered],
      startAfterSeconds: this.coalesceSeconds,
    });
  }
}

const dataOf = ({ body }: WebhookDelivery): ChangeData => (JSON.parse(body) as { data: ChangeData }).data;

const dataFrom = ({ recordingId, transcriptId, version, reason, segmentIds }: Change): ChangeData => ({
  recordingId,
  transcriptId,
  version,
  reasons: [reason],
  segmentIds: atMost(segmentIds),
});

/** Null for another transcript of the recording: it is told by itself. */
function joined(before: ChangeData, change: Change): ChangeData | null {
  if (before.transcriptId !== change.transcriptId) return null;
  const { version, reason, segmentIds } = change;
  return {
    ...before,
    version: Math.max(before.version, version),
    reasons: [...new Set([...before.reasons, reason])],
    segmentIds:
      before.segmentIds && segmentIds && atMost([...new Set([...before.segmentIds, ...segmentIds])]),
  };
}

const atMost = (segmentIds: string[] | null) =>
  segmentIds && segmentIds.length <= MAX_SEGMENTS ? segmentIds : null;
