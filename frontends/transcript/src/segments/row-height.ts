const LINE_PX = 27;
const PADDING_PX = 12;
const NAME_PX = 40;
/** Mean width of a character of the text at its size. */
const CHARACTER_PX = 8;
/** Time and tools beside the text; on narrow screens the time stands above it. */
const WIDE_GUTTER_PX = 130;

/** A guess at a row's height before it is measured; close guesses keep the scrollbar still. */
export function estimateRowHeight(characters: number, listWidth: number, opensTurn: boolean): number {
  const perLine = Math.max(20, (listWidth - WIDE_GUTTER_PX) / CHARACTER_PX);
  return PADDING_PX + (opensTurn ? NAME_PX : 0) + Math.max(1, Math.ceil(characters / perLine)) * LINE_PX;
}
