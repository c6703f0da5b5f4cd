/** Two runs cut the same sentence at the same place, give or take. */
export const SAME_PLACE_MS = 300;

/** In two transcripts the same words are not further apart. */
export const NEAR_MS = 1_500;
