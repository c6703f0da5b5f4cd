/** Orders numbers as PostgreSQL writes them, however many digits they have; places are not negative. */
export function comparePlaces(a: string, b: string): number {
  const [[wholeA = '', restA = ''], [wholeB = '', restB = '']] = [a.split('.'), b.split('.')];
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  const digits = Math.max(restA.length, restB.length);
  const [fractionA, fractionB] = [restA.padEnd(digits, '0'), restB.padEnd(digits, '0')];
  return fractionA === fractionB ? 0 : fractionA < fractionB ? -1 : 1;
}
