import type { Context } from '@colloquy/subgraph';

/** Whose collections are meant. What belongs to anybody else does not exist for them. */
export interface CollectionOwner {
  workspaceId: string;
  ownerId: string;
}

export const ownerIn = ({ workspaceId, viewer }: Context): CollectionOwner => ({
  workspaceId,
  ownerId: viewer.id,
});

/** Told what changed in a collection apart from the state of its recordings. */
export const collectionTopic = (collectionId: string): string => `collection:${collectionId}`;
