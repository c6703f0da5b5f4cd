const HEIGHT = '--cq-foot';

/**
 * For the `ref` of a bar that stands on the lower edge of the window: toasts keep clear of it.
 * @returns what React calls when the bar has gone
 */
export function standsOnFoot(bar: HTMLElement | null): (() => void) | undefined {
  if (!bar) return undefined;
  const { style } = document.documentElement;
  const measure = () => {
    const covered = window.innerHeight - bar.getBoundingClientRect().top;
    style.setProperty(HEIGHT, `${Math.max(bar.offsetHeight, Math.round(covered))}px`);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty(HEIGHT);
  };
}
