import type { Context } from '@colloquy/subgraph';
import { exportFileName } from '../../export/file-name.ts';
import type { CollectionRef } from '../collection-ref.entity.ts';
import type { CollectionSegments } from '../collection-segments.ts';
import type { CollectionSpeakers } from '../collection-speakers.ts';
import type { CollectionClip, CollectionFinder } from '../collection.finder.ts';
import type { CollectionDocument } from './collection-document.ts';
import {
  COLLECTION_EXPORT_KINDS,
  CollectionExport,
  type CollectionExportFormat,
} from './collection-export.types.ts';

/** Offers a collection's exports and reads it for them. */
export class CollectionExportService {
  constructor(
    private readonly finder: Pick<CollectionFinder, 'ref' | 'clips'>,
    private readonly speakers: Pick<CollectionSpeakers, 'of'>,
    private readonly segments: Pick<CollectionSegments, 'of' | 'peopleOf'>,
  ) {}

  exportsOf({ collectionId, name }: CollectionRef): CollectionExport[] {
    return Object.entries(COLLECTION_EXPORT_KINDS).map(([format, { ending }]) =>
      Object.assign(new CollectionExport(), {
        format: format as CollectionExportFormat,
        url: `/exports/collections/${collectionId}${ending}`,
        fileName: collectionFileName(name, ending),
      }),
    );
  }

  /** @returns null when there is no such collection of the viewer. */
  async document(id: string, context: Context): Promise<CollectionDocument | null> {
    const ref = await this.finder.ref(id, context);
    if (!ref) return null;
    const { collectionId, name } = ref;
    const clips = await this.finder.clips(collectionId, context);
    return {
      name,
      clips,
      speakers: await this.speakers.of(collectionId, context),
      segments: this.segmentsOf(collectionId, clips, context),
    };
  }

  private async *segmentsOf(
    id: string,
    clips: readonly CollectionClip[],
    context: Context,
  ): CollectionDocument['segments'] {
    const people = await this.segments.peopleOf(id, context);
    for (const [clip, one] of clips.entries())
      for await (const segment of this.segments.of(one, context))
        yield { clip, speaker: people.get(segment.speakerId)?.displayName ?? 'Unknown', segment };
  }
}

export function collectionFileName(name: string, ending: string): string {
  const extension = ending.slice(ending.lastIndexOf('.') + 1);
  const suffix = ending.slice(0, -extension.length - 1);
  return exportFileName(name + suffix, extension);
}
