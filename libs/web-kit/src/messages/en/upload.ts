/** The Upload page. */
export const upload = {
  title: 'Upload',
} as const;
