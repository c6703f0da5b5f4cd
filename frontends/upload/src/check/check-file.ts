/** As `uploadLimits` of the graph. */
export interface UploadLimits {
  maxUploadBytes: number;
  formats: readonly string[];
}

export type FileRefusal = 'empty' | 'tooLarge' | 'notAudio' | 'isTranscript';

const TRANSCRIPT_EXTENSIONS = ['vtt', 'srt', 'txt', 'json'];

export const extensionOf = (fileName: string): string =>
  /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';

/**
 * What can be told before a byte is sent; null when nothing speaks against it. The server decides by content: this
 * only spares the wait for what is sure to be refused. Without its limits little can be told.
 */
export function refusalOf(
  file: Pick<File, 'name' | 'size' | 'type'>,
  limits: UploadLimits | null,
): FileRefusal | null {
  if (file.size === 0) return 'empty';
  if (!limits) return null;
  if (file.size > limits.maxUploadBytes) return 'tooLarge';
  const extension = extensionOf(file.name);
  if (limits.formats.some((format) => format.toLowerCase() === extension)) return null;
  if (/^(audio|video)\//.test(file.type) || extension === '') return null;
  return TRANSCRIPT_EXTENSIONS.includes(extension) ? 'isTranscript' : 'notAudio';
}
