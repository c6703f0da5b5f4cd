// How well voices are told apart, and what would calibrate that.

/** The share at which as many strangers pass as people are refused. @param trials `[{score, same}]` */
export function equalErrorRate(trials) {
  const sorted = trials.toSorted((a, b) => b.score - a.score);
  const targets = trials.filter(({ same }) => same).length;
  const strangers = trials.length - targets;
  let [accepted, passed] = [0, 0];
  for (const { same, score } of sorted) {
    if (same) accepted += 1;
    else passed += 1;
    if (passed / strangers >= 1 - accepted / targets) return { rate: passed / strangers, threshold: score };
  }
  return { rate: 1, threshold: 0 };
}

/** Slope and middle of the odds that two voices are one, both kinds of trials weighing the same (Newton's method). */
export function fitLogistic(trials) {
  const targets = trials.filter(({ same }) => same).length;
  const weightOf = (same) => (same ? 1 / targets : 1 / (trials.length - targets)) * trials.length * 0.5;
  let [offset, slope] = [0, 1];
  for (let step = 0; step < 50; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { score, same } of trials) {
      const p = 1 / (1 + Math.exp(-(offset + slope * score)));
      const weight = weightOf(same);
      const error = weight * ((same ? 1 : 0) - p);
      const curve = weight * p * (1 - p);
      g0 += error;
      g1 += error * score;
      h00 += curve;
      h01 += curve * score;
      h11 += curve * score * score;
    }
    const determinant = h00 * h11 - h01 * h01;
    offset += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope, middle: -offset / slope };
}

/** Scores with the means and spreads of each side's nearest others taken out (AS-norm, as in Matějka et al. 2017). */
export function adaptiveNorm(score, voiceToCohort, profileToCohort, nearest) {
  const normed = (cohort) => {
    const top = cohort.toSorted((a, b) => b - a).slice(0, nearest);
    const mean = top.reduce((sum, value) => sum + value, 0) / top.length;
    const spread = Math.sqrt(top.reduce((sum, value) => sum + (value - mean) ** 2, 0) / top.length);
    return (score - mean) / (spread || 1);
  };
  return (normed(voiceToCohort) + normed(profileToCohort)) / 2;
}
