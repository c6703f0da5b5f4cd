import { useEffect } from 'react';
import { messages } from '../messages/messages.ts';

/**
 * Names what is shown in the browser's tabs, history and bookmarks. While the name is not known, and after the page is
 * left, the title is again what it was before.
 */
export function usePageTitle(name: string | null | undefined): void {
  useEffect(() => {
    if (!name) return;
    const before = document.title;
    document.title = messages.t('common:pageTitle', { page: name });
    return () => {
      document.title = before;
    };
  }, [name]);
}
