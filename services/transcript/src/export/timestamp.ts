/** `01:02:03.004`; hours grow past two digits. @param decimal `.` in WebVTT, `,` in SubRip. */
export function timestamp(ms: number, decimal: '.' | ',' = '.'): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = Math.floor(ms / 1_000) % 60;
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${decimal}${String(ms % 1_000).padStart(3, '0')}`;
}

/** A cue that ends where it starts is no cue: players drop it. */
export const cueEnd = ({ startMs, endMs }: { startMs: number; endMs: number }): number =>
  Math.max(endMs, startMs + 1);
