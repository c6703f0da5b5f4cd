import { inTransaction, isId, newId, type Context } from '@colloquy/subgraph';
import { IsNull, MoreThan, type DataSource } from 'typeorm';
import { Recording } from '../recording/recording.entity.ts';
import { recordingNotFound } from '../recording/recording.errors.ts';
import {
  expiryInvalid,
  linkOver,
  linkUnknown,
  shareLinkNotFound,
  sharingOff,
  tooManyShareLinks,
  type ShareRefusal,
} from './share-link.errors.ts';
import { ShareLink } from './share-link.entity.ts';
import { linkIdOf, shareToken } from './share-token.ts';

const MAX_ACTIVE = 50;
const MAX_LISTED = 100;
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

interface NewShareLink {
  recordingId: string;
  expiresAt: Date;
  audio: boolean;
  names: boolean;
}

/** What somebody with a link is let in to. */
export interface SharedRecording {
  link: ShareLink;
  recording: Recording;
}

/** Makes, lists and revokes share links, and says what a token opens. */
export class ShareLinkService {
  /** @param secret signs tokens; without one there are none */
  constructor(
    private readonly dataSource: DataSource,
    private readonly secret: string | undefined,
  ) {}

  /** @throws ExpectedError `SHARING_NOT_CONFIGURED`, `SHARE_LINK_EXPIRY_INVALID`, `RECORDING_NOT_FOUND`, `SHARE_LINK_LIMIT_REACHED` */
  async create(
    { recordingId, expiresAt, audio, names }: NewShareLink,
    { workspaceId, viewer }: Context,
  ): Promise<ShareLink> {
    if (!this.secret) throw sharingOff();
    const now = new Date();
    const lastsMs = expiresAt.getTime() - now.getTime();
    if (!(lastsMs > 0 && lastsMs <= MAX_DAYS * DAY_MS)) throw expiryInvalid(MAX_DAYS);
    const link: ShareLink = Object.assign(new ShareLink(), {
      id: newId(),
      workspaceId,
      recordingId,
      audio,
      names,
      createdBy: viewer.name,
      createdAt: now,
      expiresAt,
      revokedAt: null,
      openCount: 0,
      lastOpenedAt: null,
    });
    await inTransaction(this.dataSource, async (tx) => {
      const where = { id: recordingId, workspaceId, deletedAt: IsNull() };
      const recording = isId(recordingId)
        ? await tx.findOne(Recording, { where, select: { id: true }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!recording) throw recordingNotFound();
      const active = { recordingId, workspaceId, revokedAt: IsNull(), expiresAt: MoreThan(now) };
      if ((await tx.countBy(ShareLink, active)) >= MAX_ACTIVE) throw tooManyShareLinks(MAX_ACTIVE);
      await tx.insert(ShareLink, link);
    });
    return link;
  }

  /** The newest first, those that are over among them. */
  async list(recordingId: string, { workspaceId }: Context): Promise<ShareLink[]> {
    if (!isId(recordingId)) return [];
    return this.dataSource.manager.find(ShareLink, {
      where: { recordingId, workspaceId },
      order: { id: 'DESC' },
      take: MAX_LISTED,
    });
  }

  /** For good; a second time changes nothing. @throws ExpectedError `SHARE_LINK_NOT_FOUND` */
  async revoke(id: string, { workspaceId }: Context): Promise<ShareLink> {
    if (!isId(id)) throw shareLinkNotFound();
    const { manager } = this.dataSource;
    await manager.update(ShareLink, { id, workspaceId, revokedAt: IsNull() }, { revokedAt: new Date() });
    const link = await manager.findOneBy(ShareLink, { id, workspaceId });
    if (!link) throw shareLinkNotFound();
    return link;
  }

  /** Null for a link that leads nowhere any more. */
  tokenOf(link: ShareLink): string | null {
    return this.secret && link.active ? shareToken(link.id, this.secret) : null;
  }

  /** What a token opens at this moment. The link names the workspace: who comes by it has none. */
  async open(token: string): Promise<SharedRecording | ShareRefusal> {
    const id = this.secret ? linkIdOf(token, this.secret) : null;
    const link = id && (await this.dataSource.manager.findOneBy(ShareLink, { id }));
    if (!link) return linkUnknown();
    if (!link.active) return linkOver(link.revokedAt !== null);
    const { recordingId, workspaceId } = link;
    const where = { id: recordingId, workspaceId, deletedAt: IsNull() };
    const recording = await this.dataSource.manager.findOneBy(Recording, where);
    return recording ? { link, recording } : linkUnknown();
  }

  async countOpening({ id, workspaceId }: ShareLink): Promise<void> {
    await this.dataSource.query(
      `update ingest.share_link set open_count = open_count + 1, last_opened_at = now()
        where id = $1 and workspace_id = $2`,
      [id, workspaceId],
    );
  }
}
