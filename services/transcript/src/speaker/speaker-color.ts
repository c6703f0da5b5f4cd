/** Chosen for contrast of at least 3 : 1 on white and on the dark theme's background, and for distance to each other. */
const PALETTE = [
  '#3b82d6',
  '#d9622b',
  '#2f9e5c',
  '#c04fb5',
  '#a37f12',
  '#7a6ce0',
  '#12969c',
  '#dc4f6f',
  '#7d8a1f',
  '#9a6b4f',
] as const;

/** Hues this far apart never meet again. */
const GOLDEN_ANGLE = 137.508;

/** The colour of the speaker at `position` (0 for the first to speak): always the same, never repeated. */
export function speakerColor(position: number): string {
  return PALETTE[position] ?? `hsl(${((position * GOLDEN_ANGLE) % 360).toFixed(1)} 50% 48%)`;
}

export const paletteSize = PALETTE.length;
