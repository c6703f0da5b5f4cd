/** Two runs cut the same sentence at the same place, give or take. */
export const SAME_PLACE_MS = 300;
