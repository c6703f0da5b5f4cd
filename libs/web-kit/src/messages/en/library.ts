/** The Library page. */
export const library = {
  title: 'Library',
} as const;
