import { QUERIES } from './queries.mjs';

export const percentile = (times, share) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

export const round = (value) => Number(value.toFixed(2));

/** Asks every query in every way, the ways in turn; every way must find as much. */
export async function measure(ways, { rounds, mayFindNothing }) {
  const measured = { hits: {} };
  for (const way of Object.keys(ways))
    measured[way] = { by: Object.fromEntries(QUERIES.map((query) => [query, []])) };
  // The first round warms caches and plans and is not counted.
  for (let roundNumber = 0; roundNumber <= rounds; roundNumber += 1) {
    for (const query of QUERIES) {
      const totals = {};
      for (const [way, ask] of Object.entries(ways)) {
        const begin = performance.now();
        totals[way] = await ask(query);
        if (roundNumber > 0) measured[way].by[query].push(performance.now() - begin);
      }
      if (totals.bare !== totals.graph || (totals.bare === 0 && !mayFindNothing))
        throw new Error(`${query}: ${JSON.stringify(totals)} hits`);
      measured.hits[query] = totals.bare;
    }
  }
  for (const way of Object.keys(ways)) {
    const all = Object.values(measured[way].by).flat();
    Object.assign(measured[way], {
      p50: percentile(all, 0.5),
      p95: percentile(all, 0.95),
      searches: all.length,
    });
  }
  return measured;
}

export async function timeAlone(ask) {
  const times = [];
  let hits = 0;
  for (let roundNumber = 0; roundNumber < 5; roundNumber += 1) {
    const begin = performance.now();
    hits = await ask();
    times.push(performance.now() - begin);
  }
  return { hits, 'p50 ms': round(percentile(times, 0.5)) };
}
