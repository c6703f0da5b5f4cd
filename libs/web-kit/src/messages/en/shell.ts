/** The frame around every page. */
export const shell = {
  skipToContent: 'Skip to content',
  navigation: 'Main navigation',
  openNavigation: 'Open navigation',
  tabs: { upload: 'Upload', library: 'Library', transcript: 'Transcript', chat: 'Ask' },
} as const;
