import { paths, RouteLink, useMessages } from '@colloquy/web-kit';
import classes from './frame.module.css';

/** Two voices, one beside the other. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" className={classes.markGround} />
      <path d="M8.5 13v6M13 9.5v13" className={classes.markFirst} />
      <path d="M19 12v13M23.5 15.5v6" className={classes.markSecond} />
    </svg>
  );
}

export function Wordmark() {
  const { t } = useMessages('shell');
  return (
    <RouteLink href={paths.library()} className={classes.wordmark} aria-label={t('home')}>
      <Mark />
      <span className={classes.wordmarkText}>Colloquy</span>
    </RouteLink>
  );
}
