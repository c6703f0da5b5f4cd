import { useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { IconCheck, IconCloudOff, Loader, Text, Tooltip } from '@colloquy/ui';
import { formatList, useConnection, useMessages } from '@colloquy/web-kit';
import { useSession } from '../session/transcript-session.ts';
import { PropagationSubscription } from './correction.operations.ts';

/** Corrections usually take less; whoever listens to the page is told of those that take longer. */
const WORTH_TELLING_MS = 3_000;

/** Whether what was corrected has arrived everywhere, and where it has not. */
export function PropagationBadge() {
  const { t } = useMessages('transcript');
  const { recordingId } = useSession();
  const [{ data }] = useSubscription({ query: PropagationSubscription, variables: { recordingId } });
  const propagation = data?.propagationChanged;
  const worthTelling = useLasting(propagation?.upToDate === false);
  const connection = useConnection();
  if (!propagation) return null;
  // What was last heard may not be so any more, and the banner tells of the connection.
  if (connection === 'lost')
    return (
      <Text size="xs" c="dimmed" className="transcript-propagation">
        <IconCloudOff size={14} aria-hidden />
        <span>{t('propagation.unknown')}</span>
      </Text>
    );
  const { upToDate, consumers } = propagation;
  const states = consumers.map(({ consumer, upToDate: arrived }) =>
    t(arrived ? 'propagation.arrived' : 'propagation.pending', { where: t(`propagation.${consumer}`) }),
  );
  const pending = consumers.filter((one) => !one.upToDate);
  const what = formatList(pending.map(({ consumer }) => t(`propagation.pendingIn.${consumer}`)));
  return (
    <Tooltip label={states.join(' · ')} multiline maw={360}>
      <Text
        size="xs"
        c="dimmed"
        aria-live={worthTelling ? 'polite' : 'off'}
        tabIndex={0}
        className="transcript-propagation"
      >
        {upToDate ? <IconCheck size={14} aria-hidden /> : <Loader size={12} color="gray" aria-hidden />}
        <span>{upToDate ? t('propagation.everywhere') : t('propagation.underway', { what })}</span>
      </Text>
    </Tooltip>
  );
}

/** Whether something has been so for long, until shortly after it ends: its end is told, too. */
function useLasting(so: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(so), WORTH_TELLING_MS);
    return () => clearTimeout(timer);
  }, [so]);
  return lasting;
}
