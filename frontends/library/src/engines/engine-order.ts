/** What tells where an engine belongs in the list. */
interface Standing {
  selected: boolean;
  available: boolean;
}

const rankOf = ({ selected, available }: Standing): number => (selected ? 0 : available ? 1 : 2);

/** The one in use, then what could be used, then what would have to be got; among equals, the best first as given. */
export function byUse<Engine extends Standing>(engines: readonly Engine[]): Engine[] {
  return [...engines].sort((a, b) => rankOf(a) - rankOf(b));
}
