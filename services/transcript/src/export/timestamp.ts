/** `01:02:03`; hours grow past two digits. */
export function clockTime(ms: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(ms / 3_600_000);
  return `${two(hours)}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1_000) % 60)}`;
}

/** `01:02:03.004`. @param decimal `.` in WebVTT, `,` in SubRip. */
export const timestamp = (ms: number, decimal: '.' | ',' = '.'): string =>
  `${clockTime(ms)}${decimal}${String(ms % 1_000).padStart(3, '0')}`;

/** A cue that ends where it starts is no cue: players drop it. */
export const cueEnd = ({ startMs, endMs }: { startMs: number; endMs: number }): number =>
  Math.max(endMs, startMs + 1);
