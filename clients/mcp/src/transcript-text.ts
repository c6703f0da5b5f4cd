import type { Page, Segment } from '@colloquy/client';
import { clock, cut } from './tool/result.ts';

const MOST_CHARACTERS = 20_000;
const MOST_CHARACTERS_A_SEGMENT = 6_000;

export function lineOf({ id, startMs, speaker, text, version }: Segment, withIds = false): string {
  const ids = withIds ? ` {${id} v${version}}` : '';
  return `[${clock(startMs)}]${ids} ${speaker.displayName}: ${cut(text, MOST_CHARACTERS_A_SEGMENT)}`;
}

/** As many segments of a page as fit, and how to go on behind the last of them. */
export function transcriptText(page: Page<Segment>, { withIds }: { withIds: boolean }): string {
  const lines: string[] = [];
  let length = 0;
  for (const segment of page.items) {
    const line = lineOf(segment, withIds);
    length += line.length;
    if (length > MOST_CHARACTERS) break;
    lines.push(line);
  }
  const next = lines.length < page.items.length ? page.cursors[lines.length - 1] : page.next;
  return [...lines, next ? `More with cursor ${next}` : 'This is the end.'].join('\n');
}
