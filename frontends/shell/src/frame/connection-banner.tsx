import { IconCloudOff, VisuallyHidden } from '@colloquy/ui';
import { useConnection, useMessages } from '@colloquy/web-kit';
import { useEffect, useState } from 'react';
import classes from './frame.module.css';

/** A restart of the server is shorter than this; a banner that flickers for it would only alarm. */
const PATIENCE_MS = 1_500;

export function ConnectionBanner() {
  const { t } = useMessages('shell');
  const connection = useConnection();
  const [shown, setShown] = useState(false);
  const [wasLost, setWasLost] = useState(false);
  if (shown && connection !== 'lost') setShown(false);
  useEffect(() => {
    if (connection !== 'lost') return;
    const timer = setTimeout(() => {
      setShown(true);
      setWasLost(true);
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  return (
    <div role="status">
      {shown && (
        <div className={classes.banner}>
          <IconCloudOff size={18} stroke={1.75} aria-hidden />
          {t('connection.lost')}
        </div>
      )}
      {!shown && wasLost && <VisuallyHidden>{t('connection.resumed')}</VisuallyHidden>}
    </div>
  );
}
