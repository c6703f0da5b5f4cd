import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { writeCsv } from './csv.export.ts';
import type { ExportWriter } from './export-document.ts';
import { writeJson } from './json.export.ts';
import { writeRttm } from './rttm.export.ts';
import { writeSrt } from './srt.export.ts';
import { writeTxt } from './txt.export.ts';
import { writeVtt } from './vtt.export.ts';

export enum ExportFormat {
  JSON = 'JSON',
  CSV = 'CSV',
  TXT = 'TXT',
  SRT = 'SRT',
  VTT = 'VTT',
  RTTM = 'RTTM',
}

registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'A file format a transcript can be taken away in.',
  valuesConfig: {
    JSON: { description: 'Everything, words included; can be imported again.' },
    CSV: { description: 'A table for spreadsheets, a row a segment.' },
    TXT: { description: 'Plain text, a line a segment: `Name: text`.' },
    SRT: { description: 'SubRip subtitles.' },
    VTT: { description: 'WebVTT subtitles with voice tags.' },
    RTTM: { description: 'Who spoke when, as diarization tools read it.' },
  },
});

export interface ExportKind {
  extension: string;
  contentType: string;
  write: ExportWriter;
}

export const EXPORT_KINDS: Readonly<Record<ExportFormat, ExportKind>> = {
  [ExportFormat.JSON]: {
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    write: writeJson,
  },
  [ExportFormat.CSV]: { extension: 'csv', contentType: 'text/csv; charset=utf-8', write: writeCsv },
  [ExportFormat.TXT]: { extension: 'txt', contentType: 'text/plain; charset=utf-8', write: writeTxt },
  [ExportFormat.SRT]: {
    extension: 'srt',
    contentType: 'application/x-subrip; charset=utf-8',
    write: writeSrt,
  },
  [ExportFormat.VTT]: { extension: 'vtt', contentType: 'text/vtt; charset=utf-8', write: writeVtt },
  [ExportFormat.RTTM]: { extension: 'rttm', contentType: 'text/plain; charset=utf-8', write: writeRttm },
};

@ObjectType({ description: 'Where a transcript can be downloaded.' })
export class TranscriptExport {
  @Field(() => ExportFormat, { description: 'The file format.' })
  format: ExportFormat;

  @Field({ description: 'Relative to this server: `/exports/<transcript id>.<ext>`.' })
  url: string;

  @Field({ description: 'The name the download will have, made from the title.' })
  fileName: string;
}
