import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { writeCsv } from './csv.export.ts';
import { writeDocx } from './docx.export.ts';
import type { ExportWriter } from './export-document.ts';
import { ExportOption } from './export.options.ts';
import { writeJson } from './json.export.ts';
import { writeMarkdown } from './md.export.ts';
import { writeRttm } from './rttm.export.ts';
import { writeSrt } from './srt.export.ts';
import { writeTxt } from './txt.export.ts';
import { writeVtt } from './vtt.export.ts';

export enum ExportFormat {
  DOCX = 'DOCX',
  MARKDOWN = 'MARKDOWN',
  TXT = 'TXT',
  SRT = 'SRT',
  VTT = 'VTT',
  CSV = 'CSV',
  JSON = 'JSON',
  RTTM = 'RTTM',
}

registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'A file format a transcript can be taken away in.',
  valuesConfig: {
    DOCX: { description: 'A document for Word and the like.' },
    MARKDOWN: { description: 'Text with headings and emphasis, for notes and wikis.' },
    TXT: { description: 'Plain text, a line a segment: `Name: text`.' },
    SRT: { description: 'SubRip subtitles.' },
    VTT: { description: 'WebVTT subtitles with voice tags.' },
    CSV: { description: 'A table for spreadsheets, a row a segment.' },
    JSON: { description: 'Everything, words included; can be imported again.' },
    RTTM: { description: 'Who spoke when, as diarization tools read it.' },
  },
});

interface ExportKind {
  extension: string;
  contentType: string;
  write: ExportWriter;
  options: readonly ExportOption[];
  /** Whether it says when, unless told otherwise. */
  times: boolean;
}

const { NAMES, TIMES, TEXT, VERSION } = ExportOption;

export const EXPORT_KINDS: Readonly<Record<ExportFormat, ExportKind>> = {
  [ExportFormat.DOCX]: {
    extension: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
    options: [NAMES, TIMES, TEXT, VERSION],
    times: true,
  },
  [ExportFormat.MARKDOWN]: {
    extension: 'md',
    contentType: 'text/markdown; charset=utf-8',
    write: writeMarkdown,
    options: [NAMES, TIMES, TEXT, VERSION],
    times: true,
  },
  [ExportFormat.TXT]: {
    extension: 'txt',
    contentType: 'text/plain; charset=utf-8',
    write: writeTxt,
    options: [NAMES, TIMES, TEXT, VERSION],
    times: false,
  },
  [ExportFormat.SRT]: {
    extension: 'srt',
    contentType: 'application/x-subrip; charset=utf-8',
    write: writeSrt,
    options: [NAMES, TEXT, VERSION],
    times: true,
  },
  [ExportFormat.VTT]: {
    extension: 'vtt',
    contentType: 'text/vtt; charset=utf-8',
    write: writeVtt,
    options: [NAMES, TEXT, VERSION],
    times: true,
  },
  [ExportFormat.CSV]: {
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
    write: writeCsv,
    options: [TEXT, VERSION],
    times: true,
  },
  [ExportFormat.JSON]: {
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    write: writeJson,
    options: [TEXT, VERSION],
    times: true,
  },
  [ExportFormat.RTTM]: {
    extension: 'rttm',
    contentType: 'text/plain; charset=utf-8',
    write: writeRttm,
    options: [TEXT, VERSION],
    times: true,
  },
};

@ObjectType({ description: 'Where a transcript can be downloaded.' })
export class TranscriptExport {
  @Field(() => ExportFormat, { description: 'The file format.' })
  format: ExportFormat;

  @Field({
    description:
      'Relative to this server: `/exports/<transcript id>.<ext>`; options follow as a query, for example `?names=no&version=3`.',
  })
  url: string;

  @Field({ description: 'The name the download will have, made from the title.' })
  fileName: string;

  @Field(() => [ExportOption], { description: 'What can be chosen.' })
  options: readonly ExportOption[];
}
