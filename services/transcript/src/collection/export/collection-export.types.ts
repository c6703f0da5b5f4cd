import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { writeCollectionCsv, writeSpeakersCsv } from './collection-csv.export.ts';
import type { CollectionWriter } from './collection-document.ts';
import { writeCollectionJson } from './collection-json.export.ts';
import { writeCollectionTxt } from './collection-txt.export.ts';

export enum CollectionExportFormat {
  JSON = 'JSON',
  CSV = 'CSV',
  SPEAKERS_CSV = 'SPEAKERS_CSV',
  TXT = 'TXT',
}

registerEnumType(CollectionExportFormat, {
  name: 'CollectionExportFormat',
  description: 'A file format a collection can be taken away in.',
  valuesConfig: {
    JSON: { description: 'Everything: recordings, speakers with statistics, segments with words.' },
    CSV: { description: 'The transcript as a table, a row a segment.' },
    SPEAKERS_CSV: { description: 'The statistics as a table, a row a speaker, and one for each recording.' },
    TXT: { description: 'Plain text: the statistics, then `Name: text` for each segment.' },
  },
});

interface CollectionExportKind {
  /** What the link and the file name end in. */
  ending: string;
  contentType: string;
  write: CollectionWriter;
}

const CSV = 'text/csv; charset=utf-8';

export const COLLECTION_EXPORT_KINDS: Readonly<Record<CollectionExportFormat, CollectionExportKind>> = {
  JSON: { ending: '.json', contentType: 'application/json; charset=utf-8', write: writeCollectionJson },
  CSV: { ending: '.csv', contentType: CSV, write: writeCollectionCsv },
  SPEAKERS_CSV: { ending: '-speakers.csv', contentType: CSV, write: writeSpeakersCsv },
  TXT: { ending: '.txt', contentType: 'text/plain; charset=utf-8', write: writeCollectionTxt },
};

@ObjectType({ description: 'Where the transcript of a collection can be downloaded.' })
export class CollectionExport {
  @Field(() => CollectionExportFormat, { description: 'The file format.' })
  format: CollectionExportFormat;

  @Field({ description: 'Relative to this server: `/exports/collections/<collection id>.<ext>`.' })
  url: string;

  @Field({ description: 'The name the download will have, made from the name of the collection.' })
  fileName: string;
}
