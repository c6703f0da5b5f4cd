import type { ExportFormat, TranscriptOverviewFragment } from '../gql/graphql.ts';

/** One file a transcript can be taken away as, and what can be chosen of it. */
export type TranscriptExport = TranscriptOverviewFragment['exports'][number];

/** How somebody wants it. */
export interface ExportChoice {
  format: ExportFormat;
  names: boolean;
  times: boolean;
  text: 'corrected' | 'original' | 'version';
}

const KEY = 'colloquy.export';
const FIRST: ExportChoice = { format: 'DOCX', names: true, times: true, text: 'corrected' };

/** As it was chosen the last time. A version is not: it belongs to one transcript. */
export function rememberedChoice(): ExportChoice {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<ExportChoice>;
    return { ...FIRST, ...kept, ...(kept.text === 'version' && { text: 'corrected' }) };
  } catch {
    return FIRST;
  }
}

export const rememberChoice = (choice: ExportChoice): void =>
  localStorage.setItem(KEY, JSON.stringify(choice));

/** Where the file is, written as chosen; what its format leaves no choice of is not in the address. */
export function exportUrl({ url, options }: TranscriptExport, choice: ExportChoice, version: number): string {
  const query = new URLSearchParams();
  if (options.includes('NAMES')) query.set('names', choice.names ? 'yes' : 'no');
  if (options.includes('TIMES')) query.set('times', choice.times ? 'yes' : 'no');
  if (choice.text === 'original') query.set('text', 'original');
  if (choice.text === 'version') query.set('version', String(version));
  return query.size > 0 ? `${url}?${query.toString()}` : url;
}
