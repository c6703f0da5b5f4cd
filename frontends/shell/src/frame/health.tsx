import { useMessages } from '@colloquy/web-kit';
import classes from './frame.module.css';
import { useHealth } from './use-health.ts';

export function HealthLine() {
  const { t } = useMessages('shell');
  const health = useHealth();
  if (!health) return null;
  const parts = health.state === 'degraded' ? health.down.map((part) => t(`health.${part}`)).join(', ') : '';
  return (
    <div className={classes.health} role="status">
      <span className={classes.healthDot} data-state={health.state} aria-hidden />
      <span>{t(`health.${health.state}`, { parts })}</span>
    </div>
  );
}
