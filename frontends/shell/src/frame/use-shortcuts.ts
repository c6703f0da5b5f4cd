import { navigate, paths } from '@colloquy/web-kit';
import { useEffect, useEffectEvent } from 'react';

/** Milliseconds in which the second key of a pair must follow. */
const PAIR_WITHIN_MS = 1_200;

const PLACES: Record<string, string> = {
  l: paths.library(),
  u: paths.upload(),
  a: paths.chat(),
  p: paths.people(),
  c: paths.collections(),
  w: paths.webhooks(),
};

/** True when typing into it means writing. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

interface ShortcutActions {
  onSearch: () => void;
  onHelp: () => void;
}

/** `/` search, `?` help, `g` then `l`, `c`, `u`, `a`, `p` or `w` to go somewhere; silent while text is written. */
export function useShortcuts({ onSearch, onHelp }: ShortcutActions): void {
  const search = useEffectEvent(onSearch);
  const help = useEffectEvent(onHelp);
  useEffect(() => {
    let goPressedAt = -Infinity;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target))
        return;
      const place = PLACES[event.key];
      const follows = event.timeStamp - goPressedAt < PAIR_WITHIN_MS;
      goPressedAt = event.key === 'g' ? event.timeStamp : -Infinity;
      if (event.key === '/') search();
      else if (event.key === '?') help();
      else if (place && follows) navigate(place);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
