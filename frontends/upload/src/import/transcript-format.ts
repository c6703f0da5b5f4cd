import type { TranscriptFormat } from '../gql/graphql.ts';

const BY_EXTENSION: Record<string, TranscriptFormat> = {
  vtt: 'WEBVTT',
  srt: 'SRT',
  json: 'JSON',
  txt: 'TEXT',
};

/** Guesses by what the text looks like, then by the file's name; plain text when nothing else fits. */
export function guessFormat(content: string, fileName = ''): TranscriptFormat {
  const start = content.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('WEBVTT')) return 'WEBVTT';
  if (/^\d+\s*\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(start)) return 'SRT';
  if (/^[{[]/.test(start)) return 'JSON';
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION[extension] ?? 'TEXT';
}
