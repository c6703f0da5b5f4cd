import { useEffect } from 'react';

let firstPage = true;

/**
 * Tells that another page is shown: by the document's title, and by moving the focus to its heading, so that a screen
 * reader reads it and Tab goes on from there. The first page is left to the browser.
 */
export function Arrival({ title, place }: { title: string; place: string }) {
  useEffect(() => {
    document.title = title;
    if (firstPage) {
      firstPage = false;
      return;
    }
    const heading = document.querySelector<HTMLElement>('[data-page-heading]');
    (heading ?? document.getElementById('content'))?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [title, place]);
  return null;
}
