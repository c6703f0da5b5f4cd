/**
 * Places in order between two others, decimal numbers with as many digits as it takes.
 * @param high null for behind everything
 */
export function placesBetween(low: string, high: string | null, count: number): string[] {
  if (high === null) {
    const [whole = '0'] = low.split('.');
    return Array.from({ length: count }, (_, at) => String(BigInt(whole) + BigInt(at + 1)));
  }
  const digits = Math.max(fractionOf(low).length, fractionOf(high).length) + String(count + 1).length;
  const from = scaled(low, digits);
  const gap = scaled(high, digits) - from;
  return Array.from({ length: count }, (_, at) =>
    unscaled(from + (gap * BigInt(at + 1)) / BigInt(count + 1), digits),
  );
}

const fractionOf = (place: string): string => place.split('.')[1] ?? '';

const scaled = (place: string, digits: number): bigint =>
  BigInt(place.replace('.', '')) * 10n ** BigInt(digits - fractionOf(place).length);

function unscaled(value: bigint, digits: number): string {
  const text = String(value).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
