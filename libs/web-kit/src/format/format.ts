import { messages } from '../messages/messages.ts';

const locale = () => (typeof navigator === 'undefined' ? 'en' : navigator.language);

const pad = (value: number) => String(value).padStart(2, '0');

/** A position or a length: `0:07`, `12:05`, `1:02:03`. */
export function formatTime(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = pad(total % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** From here on, seconds do not matter. */
const LONG_MS = 600_000;

/**
 * A length in words a person would use: `45 s`, `1 min 33 s`, `12 min`, `1 h 5 min`. As many seconds as the clock shows,
 * but at least one of what lasts at all.
 */
export function formatDuration(ms: number): string {
  const total = ms > 0 ? Math.max(1, Math.floor(ms / 1000)) : 0;
  if (total < 60) return `${total} s`;
  if (ms < LONG_MS && total % 60 > 0) return `${Math.floor(total / 60)} min ${total % 60} s`;
  const minutes = Math.round(total / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** Decimal units with up to three significant digits: `980 B`, `1.25 MB`, `500 MB`. */
export function formatBytes(bytes: number): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${Number(value.toFixed(digits))} ${UNITS[unit]}`;
}

/** `0.4189` → 42; never 100 before it is complete. */
export function wholePercent(share: number): number {
  const percent = Math.round(share * 100);
  return share < 1 ? Math.min(99, percent) : percent;
}

/** `0.42` → `42 %`. */
export const formatPercent = (share: number): string => `${wholePercent(share)} %`;

/** `20 Nov 2026`, in the reader's own order. */
export function formatDate(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(iso));
}

/** `20 Nov 2026, 14:05`. */
export function formatDateTime(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

const STEPS: [limitSeconds: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [604_800, 'day', 86_400],
];

/** `3 minutes ago`, `yesterday`; past a week, the date. */
export function formatAgo(iso: string, now: number = Date.now()): string {
  const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
  const step = STEPS.find(([limit]) => Math.abs(seconds) < limit);
  if (!step) return formatDate(iso);
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(
    Math.trunc(seconds / step[2]),
    step[1],
  );
}

/** `answers and collections`, as sentences of the interface have it. */
export const formatList = (items: readonly string[]): string =>
  new Intl.ListFormat(messages.language).format(items);
